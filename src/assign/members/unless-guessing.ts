import { countUp, toldWait, waitFor, type Counted, type Limit } from '../../platform/allowance.ts';
import type { House } from '../../platform/house.ts';
import { Refusal } from '../../platform/refusal.ts';
import { noSuchCode, tooManyCodes } from './refusals.ts';

/** As with the codes of classes: a few slips, then minutes; a whole office at one address does not notice. */
const wrongByOne: Limit = { name: 'join-code', free: 12, minutes: 10 };
const wrongPerAddress: Limit = { name: 'join-code-address', free: 200, minutes: 10 };

/** Does what a code opens, unless very many that are none came from there; a code that is right is never counted. */
export async function unlessGuessing<T>(
	house: House,
	{ address, who }: { address: string | null; who: string | null },
	open: () => Promise<T>
): Promise<T> {
	const counted: Counted[] = [
		...(who === null ? [] : [[wrongByOne, who] as const]),
		...(address === null ? [] : [[wrongPerAddress, address] as const])
	];
	const wait = await waitFor(house, counted);
	if (wait > 0) throw tooManyCodes(toldWait(wait));
	try {
		return await open();
	} catch (error) {
		if (error instanceof Refusal && error.code === noSuchCode().code) await countUp(house, counted);
		throw error;
	}
}

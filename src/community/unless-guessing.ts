import { countUp, toldWait, waitFor, type Counted, type Limit } from '../platform/allowance.ts';
import { Refusal } from '../platform/refusal.ts';
import type { CommunityHouse } from './community-house.ts';
import { noSuchCode, tooManyCodes } from './refusals.ts';
import { noSuchFamilyCode } from './families/refusals.ts';
import { noSuchInvitation } from './teams/refusals.ts';

/**
 * Codes that hang on no wall. Per account or device: a few slips, then minutes. Per address: a whole village hall that
 * mistypes now and then does not notice. With forty random bits nobody comes near a code that is on.
 */
const wrongByOne: Limit = { name: 'class-code', free: 12, minutes: 10 };
const wrongPerAddress: Limit = { name: 'class-code-address', free: 200, minutes: 10 };

/** What is said to somebody whose code opens nothing. */
const wrongCodes: readonly string[] = [noSuchCode().code, noSuchInvitation().code, noSuchFamilyCode().code];

/** From whom a code comes, as far as it can be told. */
export interface Guesser {
	readonly address: string | null;
	/** An account or a learner on a device. */
	readonly who: string | null;
}

/** Does what a code opens, unless very many that are none came from there; a code that is right is never counted. */
export async function unlessGuessing<T>(
	house: CommunityHouse,
	{ address, who }: Guesser,
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
		if (error instanceof Refusal && wrongCodes.includes(error.code)) await countUp(house, counted);
		throw error;
	}
}

import { countUp, toldWait, waitFor, type Counted, type Limit } from '../../platform/allowance.ts';
import { readShortCode } from '../../platform/short-code.ts';
import { inTurn } from '../../platform/turns.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findSittingByCode, type SittingRow } from './queries.ts';
import { noSuchCode, tooManyCodes } from './refusals.ts';

/** Thirty random bits: short enough to be read out in a hall. Guessing is slowed, and a code is good for hours only. */
export const codeLength = 6;

/** Per account or device a few slips, then minutes; a hall behind one address that mistypes does not notice. */
const wrongByOne: Limit = { name: 'sitting-code', free: 12, minutes: 10 };
const wrongPerAddress: Limit = { name: 'sitting-code-address', free: 200, minutes: 10 };

/** From whom a code comes, as far as it can be told. */
export interface Guesser {
	readonly address: string | null;
	/** An account or a learner on a device. */
	readonly who: string | null;
}

/** The sitting of a code, open or not. Many wrong ones from one side wait; tries that come at once take turns. */
export function sittingOfCode(house: AssessHouse, { address, who }: Guesser, typed: string): Promise<SittingRow> {
	const counted: Counted[] = [
		...(who === null ? [] : [[wrongByOne, who] as const]),
		...(address === null ? [] : [[wrongPerAddress, address] as const])
	];
	return inTurn(house.store, `sitting-code ${who ?? address}`, async () => {
		const wait = await waitFor(house, counted);
		if (wait > 0) throw tooManyCodes(toldWait(wait));
		const code = readShortCode(typed, codeLength);
		const found = code === '' ? undefined : await findSittingByCode(house.store.read, code);
		if (found) return found;
		await countUp(house, counted);
		throw noSuchCode();
	});
}

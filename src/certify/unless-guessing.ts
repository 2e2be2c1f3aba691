import { countUp, toldWait, waitFor, type Counted, type Limit } from '../platform/allowance.ts';
import type { House } from '../platform/house.ts';
import { tooManyUnknown } from './refusals.ts';

/**
 * Codes that belong to no record, asked for from one address. Eighty random bits can't be guessed; this keeps a client
 * that tries from asking for ever. An office that checks hundreds of genuine papers, with a slip here and there, does
 * not notice.
 */
const unknownCodes: Limit = { name: 'unknown-codes', free: 100, minutes: 10 };

interface Guarded<T> {
	address: string | null;
	verify: () => Promise<T>;
	/** How many of the codes that were asked for belong to no record. */
	misses: (found: T) => number;
}

/** Verifies, unless this address has asked for very many codes that are none; a code that is right is never counted. */
export async function unlessGuessing<T>(house: House, { address, verify, misses }: Guarded<T>): Promise<T> {
	const counted: Counted[] = address === null ? [] : [[unknownCodes, address]];
	const wait = await waitFor(house, counted);
	if (wait > 0) throw tooManyUnknown(toldWait(wait));
	const found = await verify();
	// More than closes it need not be counted.
	const times = Math.min(misses(found), unknownCodes.free);
	await countUp(
		house,
		counted.flatMap((each) => Array.from({ length: times }, () => each))
	);
	return found;
}

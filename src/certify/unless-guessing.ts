import { countUp, toldWait, waitFor, type Counted, type Limit } from '../platform/allowance.ts';
import type { House } from '../platform/house.ts';
import { tooManyUnknown } from './refusals.ts';
import type { Verification } from './schemas.ts';

/**
 * Codes that belong to no record, asked for from one address. Eighty random bits can't be guessed; this keeps a client
 * that tries from asking for ever. An office that checks hundreds of genuine papers, with a slip here and there, does
 * not notice.
 */
const unknownCodes: Limit = { name: 'unknown-codes', free: 100, minutes: 10 };

/** Verifies, unless this address has asked for very many codes that are none; a code that is right is never counted. */
export async function unlessGuessing(
	house: House,
	address: string | null,
	verify: () => Promise<Verification>
): Promise<Verification> {
	const counted: Counted[] = address === null ? [] : [[unknownCodes, address]];
	const wait = await waitFor(house, counted);
	if (wait > 0) throw tooManyUnknown(toldWait(wait));
	const found = await verify();
	if (found.status === 'unknown' || found.status === 'mistyped') await countUp(house, counted);
	return found;
}

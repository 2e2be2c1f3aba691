import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Reader } from '../../platform/persistence/store.ts';
import { isIndexTaken } from '../queries.ts';
import { didOf } from './issuer.ts';

const packed = promisify(gzip);

/** How a credential is secured: from outside, as a JSON Web Signature, or by a proof inside it. */
export type Securing = 'jwt' | 'proof';

/** Records in one list: 131,072 bytes before they are packed, eight times the least that the standard asks for. */
export const listSize = 2 ** 20;
/** So often a place is drawn in one list before the next one is opened: the fuller a list, the sooner. */
const draws = 4;

/** A place in the lists that nobody has, by chance, so that it tells nothing of when a record was issued. */
export async function freeIndex(reader: Reader): Promise<number> {
	for (let list = 0; ; list++)
		for (let drawn = 0; drawn < draws; drawn++) {
			const index = list * listSize + randomInt(listSize);
			if (!(await isIndexTaken(reader, index))) return index;
		}
}

/**
 * Where a list is had. A credential names the address at which the list is secured as it is itself (3.4 of the standard:
 * by the same mechanism, of the same media type), so that who reads one can read the other without asking for it.
 */
export function listAddress(origin: string, list: number, securing: Securing): string {
	return `${origin}/api/status-lists/${list}${securing === 'jwt' ? '?form=jwt' : ''}`;
}

/** What a credential says of where to see whether it was withdrawn (W3C Bitstring Status List 1.0). */
export function statusEntry(origin: string, { index, securing }: { index: number; securing: Securing }) {
	const address = listAddress(origin, Math.floor(index / listSize), securing);
	return {
		id: `${address}#${index % listSize}`,
		type: 'BitstringStatusListEntry',
		statusPurpose: 'revocation',
		statusListIndex: String(index % listSize),
		statusListCredential: address
	};
}

/** The list as a credential of its own, to be had at this address; `withdrawn` are places within it. */
export async function statusList(
	{ origin, address, now }: { origin: string; address: string; now: Date },
	withdrawn: readonly number[]
) {
	return {
		'@context': ['https://www.w3.org/ns/credentials/v2'],
		id: address,
		type: ['VerifiableCredential', 'BitstringStatusListCredential'],
		issuer: didOf(origin),
		validFrom: now.toISOString(),
		credentialSubject: {
			id: `${address}#list`,
			type: 'BitstringStatusList',
			statusPurpose: 'revocation',
			encodedList: await encoded(withdrawn)
		}
	};
}

/** One bit for each place, the first one the highest of its byte; packed, as multibase base64url. */
async function encoded(withdrawn: readonly number[]): Promise<string> {
	const bits = new Uint8Array(listSize / 8);
	for (const place of withdrawn) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
	return `u${(await packed(bits)).toString('base64url')}`;
}

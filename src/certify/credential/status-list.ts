import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Reader } from '../../platform/persistence/store.ts';
import { isIndexTaken } from '../queries.ts';
import { didOf } from './issuer.ts';

const packed = promisify(gzip);

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

/** Where the list with the record at this place is had. */
function listAddress(origin: string, index: number): string {
	return `${origin}/api/status-lists/${Math.floor(index / listSize)}`;
}

/** What a credential says of where to see whether it was withdrawn (W3C Bitstring Status List 1.0). */
export function statusEntry(origin: string, index: number) {
	const address = listAddress(origin, index);
	return {
		id: `${address}#${index % listSize}`,
		type: 'BitstringStatusListEntry',
		statusPurpose: 'revocation',
		statusListIndex: String(index % listSize),
		statusListCredential: address
	};
}

/** The list as a credential of its own; `withdrawn` are places within it. */
export async function statusList(
	{ origin, list, now }: { origin: string; list: number; now: Date },
	withdrawn: readonly number[]
) {
	const address = listAddress(origin, list * listSize);
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

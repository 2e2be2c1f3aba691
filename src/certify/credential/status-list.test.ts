import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { checkStatus, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { describe, expect, it } from 'vitest';
import { listAddress, listSize, statusEntry as entryOf, statusList } from './status-list.ts';

const zip = promisify(gzip);
const origin = 'https://hoc.example.vn';
const at = { origin, address: listAddress(origin, 0, 'proof'), now: new Date('2026-11-26T09:00:00Z') };
const statusEntry = (of: string, index: number) => entryOf(of, { index, securing: 'proof' });

/** A library's answer about one place of a list: withdrawn or not, or what it can't accept. */
async function told(list: object, entry: object): Promise<boolean | string> {
	const { verified, error, results } = await checkStatus({
		credential: {
			'@context': ['https://www.w3.org/ns/credentials/v2'],
			issuer: 'did:web:hoc.example.vn',
			credentialStatus: entry
		},
		suite: {},
		documentLoader: async () => ({ document: list }),
		// Whether it is signed is tried elsewhere.
		verifyBitstringStatusListCredential: false
	});
	return verified ? (results?.[0]?.status ?? 'nothing') : (error?.message ?? 'refused');
}

/** So many of a million places, drawn without a pattern but the same each time. */
function drawn(share: number): number[] {
	let state = 1;
	return Array.from({ length: listSize }, (_, place) => place).filter(() => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32 < share;
	});
}

/** Bytes over the wire: as JSON with a proof inside, and as a JSON Web Signature, both compressed by HTTP. */
async function sizes(share: number) {
	const credential = JSON.stringify({ ...(await statusList(at, drawn(share))), proof: 'x'.repeat(350) });
	const jwt = `${'h'.repeat(150)}.${Buffer.from(credential).toString('base64url')}.${'s'.repeat(86)}`;
	return { proof: (await zip(credential)).length, jwt: (await zip(jwt)).length };
}

describe('a list of withdrawn records', () => {
	it('is read by a library as it was made, and is dated', async () => {
		const list = await statusList(at, [0, 7, 4711, listSize - 1]);
		expect(list).toMatchObject({ validFrom: '2026-11-26T09:00:00.000Z', issuer: 'did:web:hoc.example.vn' });
		for (const place of [0, 7, 4711, listSize - 1]) expect(await told(list, statusEntry(at.origin, place))).toBe(true);
		for (const place of [1, 6, 8, 4710]) expect(await told(list, statusEntry(at.origin, place))).toBe(false);
	});

	it('has eight times the places that the standard asks for at least, so that one among them tells nothing', async () => {
		const { credentialSubject } = await statusList(at, []);
		expect(gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'))).toHaveLength(2 ** 17);
		expect(listSize).toBeGreaterThanOrEqual(8 * 131_072);
	});

	it('says nothing of a place beyond it, nor for another purpose, nor where it is cut short', async () => {
		const list = await statusList(at, [3]);
		const entry = statusEntry(at.origin, 3);
		expect(await told(list, { ...entry, statusListIndex: String(listSize) })).toEqual(expect.any(String));
		expect(await told(list, { ...entry, statusListIndex: '-1' })).toEqual(expect.any(String));
		expect(await told(list, { ...entry, statusPurpose: 'suspension' })).toEqual(expect.any(String));
		const { encodedList } = list.credentialSubject;
		const short = { ...list, credentialSubject: { ...list.credentialSubject, encodedList: encodedList.slice(0, 40) } };
		expect(await told(short, entry)).toEqual(expect.any(String));
		const plain = { ...list, credentialSubject: { ...list.credentialSubject, encodedList: encodedList.slice(1) } };
		expect(await told(plain, entry)).toEqual(expect.any(String));
	});

	it('of the specification’s example is empty, sixteen kilobytes long', async () => {
		// W3C Bitstring Status List 1.0, example of a BitstringStatusListCredential.
		const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
		const list = await decodeList({ encodedList: example });
		expect([list.length, list.getStatus(94_567), list.getStatus(131_071)]).toEqual([131_072, false, false]);
		expect(() => list.getStatus(131_072)).toThrow();
	});

	it('of a million records takes 150 kilobytes at most: always with its proof inside, as a signature up to a quarter withdrawn', async () => {
		const most = { 0.01: [20_000, 25_000], 0.25: [150_000, 150_000], 0.5: [150_000, 170_000] };
		for (const [share, [inside = 0, outside = 0]] of Object.entries(most)) {
			const { proof, jwt } = await sizes(Number(share));
			expect([share, proof <= inside, jwt <= outside]).toEqual([share, true, true]);
		}
	});
});

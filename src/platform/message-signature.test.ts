import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	answerParts,
	contentDigest,
	keyFromSeed,
	publicKeyFrom,
	publicText,
	readSignature,
	requestParts,
	signatureBase,
	signMessage,
	type Component
} from './message-signature.ts';

const key = keyFromSeed(Buffer.alloc(32, 7));
const publicKey = publicKeyFrom(publicText(key));
const url = new URL('http://localhost:3200/requests/k1?a=1');
const digest = contentDigest('{}');
const parts = requestParts({ method: 'PUT', url, digest });
const how = { keyid: 'site', created: 1_790_000_000, nonce: 'n-1' };

describe('a signed message', () => {
	it('is signed as RFC 9421 shows it (appendix B.2.6)', () => {
		const pem = `-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----`;
		const theirs = createPrivateKey(pem);
		const shown: Component[] = [
			['"date"', 'Tue, 20 Apr 2021 02:07:55 GMT'],
			['"@method"', 'POST'],
			['"@path"', '/foo'],
			['"@authority"', 'example.com'],
			['"content-type"', 'application/json'],
			['"content-length"', '18']
		];
		const params =
			'("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
		const expected = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
		const base = Buffer.from(signatureBase(shown, params));
		expect(sign(null, base, theirs).toString('base64')).toBe(expected);
		expect(verify(null, base, createPublicKey(theirs), Buffer.from(expected, 'base64'))).toBe(true);
		const signed = signMessage(theirs, shown, { keyid: 'test-key-ed25519', created: 1_618_884_473 });
		expect(signed).toEqual({ 'signature-input': `sig=${params}`, signature: `sig=:${expected}:` });
	});

	it('is read by who has the public half, and says by whom, when and as which message', () => {
		expect(readSignature(publicKey, parts, signMessage(key, parts, how))).toEqual(how);
	});

	it.each([
		['another method', requestParts({ method: 'POST', url, digest })],
		['another host', requestParts({ method: 'PUT', url: new URL(url.href.replace('localhost', 'other')), digest })],
		['another path', requestParts({ method: 'PUT', url: new URL('/requests/k2?a=1', url), digest })],
		['another query', requestParts({ method: 'PUT', url: new URL('/requests/k1?a=2', url), digest })],
		['another body', requestParts({ method: 'PUT', url, digest: contentDigest('{"a":1}') })],
		['fewer parts', parts.slice(0, 4)]
	])('does not count for %s', (_what, other) => {
		expect(readSignature(publicKey, other, signMessage(key, parts, how))).toBeNull();
	});

	it('does not count when its time, its number or its key is changed, or another key made it', () => {
		const signed = signMessage(key, parts, how);
		for (const [from, to] of [
			['1790000000', '1790000001'],
			['n-1', 'n-2'],
			['"site"', '"evil"'],
			['sig=', 'sig2=']
		] as const) {
			const changed = signed['signature-input'].replace(from, to);
			expect(readSignature(publicKey, parts, { ...signed, 'signature-input': changed })).toBeNull();
		}
		const foreign = signMessage(keyFromSeed(Buffer.alloc(32, 8)), parts, how);
		expect(readSignature(publicKey, parts, foreign)).toBeNull();
		expect(readSignature(publicKey, parts, { 'signature-input': '', signature: '' })).toBeNull();
	});

	it('as an answer counts for the request that was asked, and for no other', () => {
		const answer = { status: 200, digest, requestSignature: 'sig=:one:' };
		const signed = signMessage(key, answerParts(answer), { keyid: 'register', created: 1 });
		expect(readSignature(publicKey, answerParts(answer), signed)).not.toBeNull();
		const another = answerParts({ ...answer, requestSignature: 'sig=:two:' });
		expect(readSignature(publicKey, another, signed)).toBeNull();
		expect(readSignature(publicKey, answerParts({ ...answer, status: 201 }), signed)).toBeNull();
	});
});

import { createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { decode } from 'base58-universal';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import {
	checkProof,
	contexts,
	documentsOf,
	proofVerifiers,
	type ProofVerifier
} from '../../../tests/support/verifiers.ts';
import { keyIdOf, signBytes, signText } from '../keys.ts';
import { withProof } from './integrity.ts';

/** A private key of Ed25519 from its 32 bytes. */
const privateKeyOf = (seed: Uint8Array) =>
	createPrivateKey({
		key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
		format: 'der',
		type: 'pkcs8'
	});
const publicPart = (key: KeyObject) => createPublicKey(key).export({ format: 'jwk' }).x ?? '';

/** RFC 8037, appendix A: the key of A.1, its thumbprint (A.3), what is signed and the signature (A.4). */
const rfc8037 = {
	d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
	x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
	thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
	input: 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc',
	signature: 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
};

describe('the example of RFC 8037', () => {
	const key = privateKeyOf(Buffer.from(rfc8037.d, 'base64url'));

	it('is signed to the letter', () => {
		expect(publicPart(key)).toBe(rfc8037.x);
		expect(signText(key, rfc8037.input)).toBe(rfc8037.signature);
		expect(keyIdOf(rfc8037.x)).toBe(rfc8037.thumbprint.slice(0, 16));
	});

	it('is genuine for a library, and not with another signature', async () => {
		const jwk = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: rfc8037.x }, 'EdDSA');
		const { payload } = await compactVerify(`${rfc8037.input}.${rfc8037.signature}`, jwk);
		expect(Buffer.from(payload).toString()).toBe('Example of Ed25519 signing');
		await expect(compactVerify(`${rfc8037.input}.A${rfc8037.signature.slice(1)}`, jwk)).rejects.toThrow();
	});
});

/** W3C Data Integrity EdDSA Cryptosuites 1.0, B.1 “Representation: eddsa-rdfc-2022”: keys, credential, hashes, proof. */
const published = {
	publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
	privateKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
	issuer: 'https://vc.example/issuers/5678',
	created: '2023-02-24T23:36:38Z',
	hashes:
		'4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017',
	proofValue: 'z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9'
};
const method = `${published.issuer}#${published.publicKeyMultibase}`;
const credential = {
	'@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
	id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
	type: ['VerifiableCredential', 'AlumniCredential'],
	name: 'Alumni Credential',
	description: 'A minimum viable example of an Alumni Credential.',
	issuer: published.issuer,
	validFrom: '2023-01-01T00:00:00Z',
	credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' }
};
const proof = {
	type: 'DataIntegrityProof',
	cryptosuite: 'eddsa-rdfc-2022',
	created: published.created,
	verificationMethod: method,
	proofPurpose: 'assertionMethod',
	proofValue: published.proofValue
};
const examples = {
	'https://www.w3.org/ns/credentials/examples/v2': {
		'@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' }
	}
};
const documents = documentsOf(
	{
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
		id: published.issuer,
		verificationMethod: [
			{
				id: method,
				type: 'Multikey',
				controller: published.issuer,
				publicKeyMultibase: published.publicKeyMultibase
			}
		],
		assertionMethod: [method]
	},
	examples
);
/** Two bytes say what kind of key it is. */
const vectorKey = privateKeyOf(decode(published.privateKeyMultibase.slice(1)).slice(2));
const prove = (known: Record<string, object>, what: object = credential) =>
	withProof(
		{
			method,
			now: new Date(published.created),
			signBytes: (bytes) => signBytes(vectorKey, bytes),
			contexts: new Map(Object.entries(known))
		},
		what
	);

describe('the published example of eddsa-rdfc-2022', () => {
	it('is proved here to the letter', async () => {
		expect(await prove(examples)).toEqual({ ...credential, proof });
	});

	it('is signed over the hashes that the specification names', () => {
		expect(
			verify(null, Buffer.from(published.hashes, 'hex'), createPublicKey(vectorKey), decode(proof.proofValue.slice(1)))
		).toBe(true);
	});

	it('is not proved where a context is not at hand, or a word is not explained: nothing is fetched, nothing left out', async () => {
		await expect(prove({})).rejects.toThrow();
		expect(contexts.has('https://www.w3.org/ns/credentials/examples/v2')).toBe(false);
		const [base = ''] = credential['@context'];
		const unknown = { ...credential, '@context': [base, 'https://khac.example/'] };
		await expect(prove({}, unknown)).rejects.toThrow('khac.example');
		const unexplained = { ...credential, '@context': [base], type: ['VerifiableCredential'], khac: 'x' };
		await expect(prove({}, unexplained)).rejects.toThrow();
	});

	it.each(Object.keys(proofVerifiers) as ProofVerifier[])('is genuine for %s, and not when spoiled', async (by) => {
		const check = async (spoiled: object) =>
			(await checkProof(by, { ...credential, proof, ...spoiled }, { documents })).genuine;
		expect(await checkProof(by, { ...credential, proof }, { documents })).toEqual({ genuine: true, why: '' });
		const bad: Record<string, object> = {
			'a word changed': { name: 'Alumni credential' },
			'the subject changed': { credentialSubject: { ...credential.credentialSubject, id: 'did:example:other' } },
			'another signature': { proof: { ...proof, proofValue: proof.proofValue.replace('z21EV', 'z21EW') } },
			'another moment': { proof: { ...proof, created: '2023-02-24T23:36:39Z' } },
			'no multibase': { proof: { ...proof, proofValue: proof.proofValue.slice(1) } },
			'an unknown method': { proof: { ...proof, verificationMethod: `${published.issuer}#khac` } },
			'another suite': { proof: { ...proof, cryptosuite: 'ecdsa-rdfc-2019' } }
		};
		const accepted = [];
		for (const [what, spoiled] of Object.entries(bad)) if (await check(spoiled)) accepted.push(what);
		expect(accepted).toEqual([]);
	});
});

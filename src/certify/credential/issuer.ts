import { publicJwk } from '../keys.ts';
import type { StoredKey } from '../queries.ts';

/**
 * Who issues records here, as a decentralised identifier that anyone can look up by the address of the site (did:web,
 * W3C Credentials Community Group): `did:web:hoc.example.vn`, with a port as `%3A`.
 */
export function didOf(origin: string): string {
	return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}

/** How a key of the issuer is called in what it signs. */
export function methodOf(origin: string, keyId: string): string {
	return `${didOf(origin)}#${keyId}`;
}

/** The document behind the identifier (W3C DID Core 1.0): all keys there ever were, since what a retired one signed stays valid. */
export function issuerDocument(origin: string, keys: readonly StoredKey[]) {
	const did = didOf(origin);
	return {
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
		id: did,
		verificationMethod: keys.map(({ id, publicKey }) => ({
			id: methodOf(origin, id),
			type: 'JsonWebKey',
			controller: did,
			publicKeyJwk: publicJwk(publicKey)
		})),
		assertionMethod: keys.map(({ id }) => methodOf(origin, id))
	};
}

import { encode } from 'base58-universal';
import { publicJwk } from '../keys.ts';
import type { StoredKey } from '../key-queries.ts';

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

/** An Ed25519 key as a Multikey (W3C Controlled Identifiers 1.0): its kind (0xed01) and its 32 bytes, base58btc. */
function publicKeyMultibase(publicKey: string): string {
	return `z${encode(Buffer.concat([Uint8Array.of(0xed, 0x01), Buffer.from(publicKey, 'base64url')]))}`;
}

/** How a key is called in Data Integrity proofs, which want it in another form than signatures of JOSE do. */
export function multikeyMethodOf(origin: string, publicKey: string): string {
	return `${didOf(origin)}#${publicKeyMultibase(publicKey)}`;
}

/**
 * The document behind the identifier (W3C DID Core 1.0): all keys there ever were, since what a retired one signed stays
 * valid. Each stands there twice, because a method holds a key in one form only: as JSON Web Key and as Multikey.
 */
export function issuerDocument(origin: string, keys: readonly StoredKey[]) {
	const did = didOf(origin);
	const verificationMethod = keys.flatMap(({ id, publicKey }) => [
		{ id: methodOf(origin, id), type: 'JsonWebKey', controller: did, publicKeyJwk: publicJwk(publicKey) },
		{
			id: multikeyMethodOf(origin, publicKey),
			type: 'Multikey',
			controller: did,
			publicKeyMultibase: publicKeyMultibase(publicKey)
		}
	]);
	return {
		'@context': [
			'https://www.w3.org/ns/did/v1',
			'https://w3id.org/security/jwk/v1',
			'https://w3id.org/security/multikey/v1'
		],
		id: did,
		verificationMethod,
		assertionMethod: verificationMethod.map(({ id }) => id)
	};
}

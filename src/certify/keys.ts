import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	sign,
	verify,
	type JsonWebKey,
	type KeyObject
} from 'node:crypto';

/** An Ed25519 key as a JSON Web Key (RFC 8037); `x` is all of it that differs. */
export function publicJwk(x: string): { kty: 'OKP'; crv: 'Ed25519'; x: string } {
	return { kty: 'OKP', crv: 'Ed25519', x };
}

/** The id of a key: the first 16 characters of its thumbprint (RFC 7638, SHA-256, base64url). */
export function keyIdOf(x: string): string {
	// RFC 7638: the required members in alphabetical order, without spaces.
	const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x });
	return createHash('sha256').update(members).digest('base64url').slice(0, 16);
}

export interface NewKey {
	id: string;
	publicKey: string;
	/** The private half, PKCS #8 in PEM. */
	pem: string;
}

/** A new pair of Ed25519 keys. */
export function newKey(): NewKey {
	const { privateKey } = generateKeyPairSync('ed25519');
	const publicKey = publicPartOf(privateKey);
	return { id: keyIdOf(publicKey), publicKey, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** `x` of the public half. */
function publicPartOf(privateKey: KeyObject): string {
	const { x } = createPublicKey(privateKey).export({ format: 'jwk' }) as JsonWebKey;
	return x ?? '';
}

/** The private key in a PEM text, or null where it is none or belongs to another public key. */
export function privateKeyFor(publicKey: string, pem: string): KeyObject | null {
	try {
		const key = createPrivateKey(pem);
		return key.asymmetricKeyType === 'ed25519' && publicPartOf(key) === publicKey ? key : null;
	} catch {
		return null; // not a key at all
	}
}

/** An Ed25519 signature (RFC 8032). */
export function signBytes(privateKey: KeyObject, bytes: Uint8Array): Uint8Array {
	return sign(null, bytes, privateKey);
}

/** An Ed25519 signature over the text's UTF-8 bytes, base64url. */
export function signText(privateKey: KeyObject, text: string): string {
	return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
}

/** Whether the signature over the text was made by this key; a public key that is none has made no signature. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
	try {
		const key = createPublicKey({ key: publicJwk(publicKey), format: 'jwk' });
		return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
	} catch {
		return false;
	}
}

import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';

export interface Key {
	kid: string;
	/** Public and private half. */
	jwk: JWK;
	sign(payload: JWTPayload): Promise<string>;
}

const made = new Map<string, Promise<Key>>();

/** A key of this process by its id: made when first asked for, gone with the process. */
export function keyOf(kid: string): Promise<Key> {
	let key = made.get(kid);
	if (!key) made.set(kid, (key = newKey(kid)));
	return key;
}

async function newKey(kid: string): Promise<Key> {
	const { privateKey } = await generateKeyPair('RS256', { extractable: true });
	const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
	return {
		kid,
		jwk,
		sign: (payload) => new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey)
	};
}

export const publicHalf = ({ jwk: { kty, n, e, kid, alg, use } }: Key) => ({ kty, n, e, kid, alg, use });

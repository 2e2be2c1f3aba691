import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';

export interface Key {
	kid: string;
	/** Public and private half. */
	jwk: JWK;
	sign(payload: JWTPayload): Promise<string>;
}

/** A key of its own, made at the start and gone with the process. */
export async function newKey(kid: string): Promise<Key> {
	const { privateKey } = await generateKeyPair('RS256', { extractable: true });
	const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
	return {
		kid,
		jwk,
		sign: (payload) => new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey)
	};
}

export const publicHalf = ({ jwk: { kty, n, e, kid, alg, use } }: Key) => ({ kty, n, e, kid, alg, use });

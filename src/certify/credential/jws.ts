import { methodOf } from './issuer.ts';
import type { SigningKey } from '../signer.ts';

const base64url = (value: object) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** What is signed is a credential: who issued it, since when it counts, and what it is called. */
interface Credential {
	id: string;
	issuer: string | { id: string };
	validFrom: string;
}

/**
 * A credential secured as a JSON Web Signature in its compact form (W3C Securing Verifiable Credentials using JOSE and
 * COSE; RFC 7515; EdDSA of RFC 8037). The payload is the credential itself, with the claims beside it that Open Badges
 * 3.0 (8.2.4) asks for; who holds it has no address of her own, so there is no `sub`.
 */
export function signed(key: SigningKey, origin: string, credential: Credential): string {
	const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: methodOf(origin, key.id) };
	const { id, issuer, validFrom } = credential;
	const claims = {
		iss: typeof issuer === 'string' ? issuer : issuer.id,
		jti: id,
		nbf: Math.floor(Date.parse(validFrom) / 1000)
	};
	const input = `${base64url(header)}.${base64url({ ...credential, ...claims })}`;
	return `${input}.${key.sign(input)}`;
}

/** What a JSON Web Signature says, believed or not: whose key it names, its payload, and what was signed how. */
export interface ReadJws {
	alg: unknown;
	kid: unknown;
	payload: unknown;
	input: string;
	signature: string;
}

/** Reads a JSON Web Signature in its compact form without believing it. Throws where its parts are no JSON. */
export function readJws(jws: string): ReadJws {
	const [head = '', body = '', signature = ''] = jws.split('.');
	const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
	const { alg, kid } = json(head);
	return { alg, kid, payload: json(body), input: `${head}.${body}`, signature };
}

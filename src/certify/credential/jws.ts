import { methodOf } from './issuer.ts';
import type { SigningKey } from '../signer.ts';

const base64url = (value: object) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/**
 * A credential secured as a JSON Web Signature in its compact form (W3C Securing Verifiable Credentials using JOSE and
 * COSE; RFC 7515; EdDSA of RFC 8037). The payload is the credential itself.
 */
export function signed(key: SigningKey, origin: string, credential: object): string {
	const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: methodOf(origin, key.id) };
	const input = `${base64url(header)}.${base64url(credential)}`;
	return `${input}.${key.sign(input)}`;
}

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** One part of a message that is signed: how RFC 9421 names it, and what it says. */
export type Component = readonly [identifier: string, value: string];

/** What the two headers of a signature say. */
export interface Signed {
	readonly 'signature-input': string;
	readonly signature: string;
}

interface How {
	readonly keyid: string;
	/** Seconds since 1970, by the signer's clock. */
	readonly created: number;
	/** Good once: by it a message that comes again is told. */
	readonly nonce?: string;
}

const label = 'sig';
const pattern = /^sig=(\([^()]*\));created=(\d{1,12});keyid="([\w.-]{1,64})"(?:;nonce="([\w-]{1,64})")?$/;

/** The text that is signed (RFC 9421, section 2.5); `params` are the covered components with what is said of the signature. */
export function signatureBase(components: readonly Component[], params: string): string {
	return [...components.map(([name, value]) => `${name}: ${value}`), `"@signature-params": ${params}`].join('\n');
}

const covered = (components: readonly Component[]) => `(${components.map(([name]) => name).join(' ')})`;

/** Signs parts of a message with Ed25519 (RFC 9421). */
export function signMessage(key: KeyObject, components: readonly Component[], how: How): Signed {
	const nonce = how.nonce === undefined ? '' : `;nonce="${how.nonce}"`;
	const params = `${covered(components)};created=${how.created};keyid="${how.keyid}"${nonce}`;
	const made = sign(null, Buffer.from(signatureBase(components, params)), key).toString('base64');
	return { 'signature-input': `${label}=${params}`, signature: `${label}=:${made}:` };
}

/**
 * Whether exactly these parts were signed with this key, and what is said of the signature; null otherwise. Which parts
 * have to be covered is the reader's to say, never the message's.
 */
export function readSignature(key: KeyObject, components: readonly Component[], signed: Signed): How | null {
	const [, parts, created, keyid = '', nonce] = pattern.exec(signed['signature-input']) ?? [];
	const [, made] = /^sig=:([A-Za-z0-9+/]{86}==):$/.exec(signed.signature) ?? [];
	if (parts !== covered(components) || made === undefined) return null;
	const base = signatureBase(components, signed['signature-input'].slice(label.length + 1));
	if (!verify(null, Buffer.from(base), key, Buffer.from(made, 'base64'))) return null;
	return { keyid, created: Number(created), ...(nonce !== undefined && { nonce }) };
}

/** The digest of a body as its header says it (RFC 9530). */
export function contentDigest(body: string | Buffer): string {
	return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** What of a request is signed. */
export function requestParts({ method, url, digest }: { method: string; url: URL; digest: string }): Component[] {
	return [
		['"@method"', method],
		['"@authority"', url.host],
		['"@path"', url.pathname],
		['"@query"', url.search || '?'],
		['"content-digest"', digest]
	];
}

/** What of an answer is signed: the request it answers too, so that it can't be passed off as the answer to another. */
export function answerParts(answer: { status: number; digest: string; requestSignature: string }): Component[] {
	return [
		['"@status"', String(answer.status)],
		['"content-digest"', answer.digest],
		['"signature";req', answer.requestSignature]
	];
}

/** The Ed25519 key made of 32 bytes. */
export function keyFromSeed(seed: Buffer): KeyObject {
	// PKCS #8 of RFC 8410: everything before the seed is the same for all keys.
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The public half as 43 signs of base64url, the way settings and pages write it. */
export function publicText(key: KeyObject): string {
	return String(createPublicKey(key).export({ format: 'jwk' }).x);
}

/** The public key that such a text stands for; throws where it is none. */
export function publicKeyFrom(text: string): KeyObject {
	return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}

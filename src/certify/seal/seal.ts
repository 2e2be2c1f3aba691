import type { KeyObject } from 'node:crypto';

/** What PDFs are signed with: a certificate in X.509 with those that vouch for it, and its private key. */
export interface Seal {
	/** May be handed to a thread as it is: its bytes never leave the process. */
	readonly key: KeyObject;
	/** In DER, the issuer's own first. */
	readonly chain: readonly Uint8Array<ArrayBuffer>[];
}

/** The bytes that a signature takes at most: its certificates, and what stands around them and the signature itself. */
export function roomFor({ chain }: Seal): number {
	return 1536 + chain.reduce((sum, { length }) => sum + length, 0);
}

/** Why PDFs go out without a signature, which they then say. */
export type SealFault =
	'unreadable' | 'open-to-others' | 'no-key' | 'no-certificate' | 'wrong-key' | 'too-weak' | 'not-yet' | 'ended';

/** How it stands with the certificate: whose it is, until when it counts, and whether this server made it itself. */
export interface SealStanding {
	readonly fault: SealFault | null;
	readonly subject: string | null;
	readonly issuer: string | null;
	readonly endsAt: Date | null;
	readonly selfMade: boolean;
}

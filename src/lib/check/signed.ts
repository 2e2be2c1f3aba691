import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { fromBase64url } from '../../record-text/packed.ts';

// The browser's own Ed25519 is missing on older phones.
hashes.sha512 = sha512;

/** What a signed text says; members that only version 2 has may be missing. */
export interface Signed {
	code: string;
	name: string;
	type: string;
	/** The course, or the rule it was given by. */
	course?: { title: string };
	rule?: { title: string };
	score: number;
	total: number;
	completedAt: string;
	issuedAt: string;
	kid: string;
	origin?: string;
	/** Its place in the lists of withdrawn records. */
	status?: number | null;
	how?: { helped?: boolean; supervised?: boolean; identityChecked?: boolean };
	replaces?: string;
	nameFrom?: string;
	simulated?: boolean;
}

/** Whether the key (`x` of its JSON Web Key) made this Ed25519 signature over the text; whatever is no key or no signature did not. */
export function isSignedBy(x: string, text: string, signature: string): boolean {
	try {
		return verify(fromBase64url(signature), new TextEncoder().encode(text), fromBase64url(x), { zip215: false });
	} catch {
		return false;
	}
}

/** What the text says, or null where it is no record's text; only a signature tells whether it is so. */
export function readSigned(text: string): Signed | null {
	try {
		const said = JSON.parse(text) as Signed; // as far as is looked at here; its signature vouches for the rest
		const texts = [said.code, said.name, titleOf(said), said.kid];
		const days = [said.completedAt, said.issuedAt].map((day) => Date.parse(day));
		return texts.every((each) => typeof each === 'string') && !days.some(Number.isNaN) ? said : null;
	} catch {
		return null;
	}
}

/** What the record is of. */
export const titleOf = ({ course, rule }: Pick<Signed, 'course' | 'rule'>) => (course ?? rule)?.title;

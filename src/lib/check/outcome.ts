import type { Verification } from '../../certify/index.ts';
import type { Finding, Judgement } from './judge.ts';
import { titleOf, type Signed } from './signed.ts';

/** What the page says of a code: the last part of its messages' keys. */
export type Outcome =
	| Exclude<Finding, 'unmatched'>
	| 'practice'
	| 'replaced'
	/** Replaced, and not because of its name. */
	| 'reissued'
	/** The register has such a record, and it says something else. */
	| 'altered'
	/** Signed by nobody here, and the register knows no such record. */
	| 'forged'
	/** The signature does not match, and nobody could be asked which of the two it is. */
	| 'unmatched'
	/** The signature matches, and yet the register does not know it. */
	| 'unregistered'
	/** Two codes came as one. */
	| 'two'
	/** Only a code, and nobody could be asked. */
	| 'code-only';

/** What the register said just now; null where it could not be asked. */
export type Found = Verification | null;

/** Puts what the text says together with what the register says. */
export function outcomeOf({ finding, said }: Judgement, found: Found): Outcome {
	if (finding === 'unmatched') return found ? unmatched(found) : 'unmatched';
	if (!said || finding === 'other-code') return finding;
	const settled = found ? registered(said, found) : null;
	if (settled) return settled;
	if (finding === 'genuine' && said.simulated) return 'practice';
	return finding;
}

function unmatched({ status }: Verification): Outcome {
	return status === 'unknown' || status === 'mistyped' ? 'forged' : 'altered';
}

/** What the register has to say against a text whose signature matches, or null. */
function registered(said: Signed, found: Verification): Outcome | null {
	if (!saysTheSame(said, found)) return 'unregistered';
	if (found.status === 'replaced') return found.reason === undefined ? 'replaced' : 'reissued';
	if (found.status === 'withdrawn') return 'withdrawn';
	return found.status === 'valid' ? null : 'unregistered';
}

/** Whether the register's short answer is one about this text. */
function saysTheSame(said: Signed, { courseTitle, issuedAt, maskedName }: Verification): boolean {
	return courseTitle === titleOf(said) && issuedAt === said.issuedAt && fitsMask(said.name, maskedName ?? '');
}

/** Whether a name is one that is shortened like this: word by word the same, but one that is cut to its beginning. */
export function fitsMask(name: string, masked: string): boolean {
	const [words, short] = [name.split(' '), masked.split(' ')];
	const fits = (word: string, i: number) =>
		word === short[i] || (short[i]?.endsWith('.') === true && word.startsWith(short[i].slice(0, -1)));
	return words.length === short.length && words.every(fits);
}

import canonicalize from 'canonicalize';
import type { RecordSkill } from './tables.ts';

/** What a completion record says; all of it is signed. */
export interface Statement {
	code: string;
	name: string;
	courseId: string;
	courseVersion: number;
	courseTitle: string;
	courseHash: string;
	skills: readonly RecordSkill[];
	score: number;
	total: number;
	passPercent: number;
	completedAt: Date;
	issuedAt: Date;
	keyId: string;
	/** The name is that of an identity the national provider vouched for, not only the learner's own word. */
	nameChecked: boolean | null;
	simulated: boolean;
}

/**
 * The text that is signed: the statement as JSON in the one form of RFC 8785 (JSON Canonicalization Scheme). It is
 * kept to the letter, because a database may give JSON back in another order.
 * @param origin the address of the site that issued the record, where it is known
 */
export function canonicalText(statement: Statement, origin?: string): string {
	const { code, name, score, total, passPercent, completedAt, issuedAt } = statement;
	const text = canonicalize({
		v: 1,
		type: 'completion',
		code,
		name,
		course: {
			id: statement.courseId,
			version: statement.courseVersion,
			title: statement.courseTitle,
			hash: statement.courseHash
		},
		skills: statement.skills.map(({ code, name }) => ({ code, name })),
		score,
		total,
		passPercent,
		completedAt: completedAt.toISOString(),
		issuedAt: issuedAt.toISOString(),
		kid: statement.keyId,
		...(origin !== undefined && { origin }),
		...(statement.nameChecked && { nameFrom: 'identity' }),
		...(statement.simulated && { simulated: true })
	});
	if (text === undefined) throw new Error('a statement is an object, so it has a text');
	return text;
}

/** Whether the text says what the statement says: every member, and none besides. */
export function saysTheSame(text: string, statement: Statement): boolean {
	return canonicalText(statement, originIn(text)) === text;
}

/** Who issued it, as only the text tells; undefined also where the text can't be read. */
function originIn(text: string): string | undefined {
	try {
		const { origin } = JSON.parse(text) as { origin?: unknown };
		return typeof origin === 'string' ? origin : undefined;
	} catch {
		return undefined;
	}
}

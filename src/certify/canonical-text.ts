import canonicalize from 'canonicalize';
import type { Assurance } from '../assess/index.ts';
import type { RecordKind, RecordSkill } from './tables.ts';

/** What a completion record says; all of it is signed. */
export interface Statement {
	code: string;
	name: string;
	kind: RecordKind;
	/** The course, or the rule by which a record of another kind was given. */
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
	helped: boolean | null;
	assurance: Assurance | null;
	/** The name is that of an identity the national provider vouched for, not only the learner's own word. */
	nameChecked: boolean | null;
	simulated: boolean;
	/** The record's place in the lists of withdrawn ones. */
	statusIndex: number | null;
	/** The record whose place this one takes. */
	replaces: string | null;
}

const types: Record<RecordKind, string> = {
	course: 'completion',
	group: 'attainment',
	skill: 'skill',
	merit: 'merit'
};

/**
 * The text that is signed: the statement as JSON in the one form of RFC 8785 (JSON Canonicalization Scheme), version 2.
 * It is kept to the letter, because a database may give JSON back in another order.
 * @param origin the address of the site that issued the record, where it is known
 */
export function canonicalText(statement: Statement, origin?: string): string {
	const { kind, courseId: id, courseVersion: version, courseTitle: title, courseHash: hash } = statement;
	return textOf({
		v: 2,
		type: types[kind],
		...common(statement, origin),
		[kind === 'course' ? 'course' : 'rule']: { id, version, title, hash },
		how: howReached(statement),
		status: statement.statusIndex,
		...(statement.replaces !== null && { replaces: statement.replaces })
	});
}

/** How sure it is who did it, and how; "alone" is where nothing else is true. */
export function howReached({ helped, assurance }: Pick<Statement, 'helped' | 'assurance'>) {
	const identityChecked = assurance === 'identity-checked';
	return { helped: helped === true, supervised: identityChecked || assurance === 'supervised', identityChecked };
}

/** The text as it was before 26 November 2026: it said neither how the record was reached nor its place in the lists. */
function firstText(statement: Statement, origin?: string): string {
	const { courseId: id, courseVersion: version, courseTitle: title, courseHash: hash } = statement;
	return textOf({ v: 1, type: 'completion', ...common(statement, origin), course: { id, version, title, hash } });
}

function common(statement: Statement, origin: string | undefined) {
	const { code, name, score, total, passPercent, completedAt, issuedAt } = statement;
	return {
		...{ code, name, score, total, passPercent },
		skills: statement.skills.map(({ code, name }) => ({ code, name })),
		completedAt: completedAt.toISOString(),
		issuedAt: issuedAt.toISOString(),
		kid: statement.keyId,
		...(origin !== undefined && { origin }),
		...(statement.nameChecked && { nameFrom: 'identity' }),
		...(statement.simulated && { simulated: true })
	};
}

function textOf(said: object): string {
	const text = canonicalize(said);
	if (text === undefined) throw new Error('a statement is an object, so it has a text');
	return text;
}

/** Whether the text says what the statement says: every member, and none besides. */
export function saysTheSame(text: string, statement: Statement): boolean {
	const { v, origin } = read(text);
	if (v === 1) return statement.kind === 'course' && firstText(statement, origin) === text;
	return canonicalText(statement, origin) === text;
}

/** Its version, and who issued it, as only the text tells; nothing where the text can't be read. */
function read(text: string): { v?: unknown; origin?: string } {
	try {
		const { v, origin } = JSON.parse(text) as { v?: unknown; origin?: unknown };
		return { v, ...(typeof origin === 'string' && { origin }) };
	} catch {
		return {};
	}
}

import { and, asc, count, eq, gte, inArray, lt } from 'drizzle-orm';
import { listInUse } from '../identity/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { auditEntries } from '../platform/tables.ts';

/** The time of a breach; with an account, only what that one saw or did. */
export interface Breach {
	readonly since: Date;
	readonly until: Date;
	readonly viewedBy: string | undefined;
}

/** Whom it is about, by ids: nothing here is a name. */
export interface Affected {
	/** What people’s data was opened, by what it is (`account`, `helped-learner`, …). */
	readonly opened: ReadonlyMap<string, ReadonlySet<string>>;
	/** How often lists were shown: the trail keeps how many people stood in them, not who. */
	readonly lists: number;
	/** Accounts that were signed in meanwhile; none where one account’s doings are looked at. */
	readonly signedIn: readonly string[];
}

const ofPeople = ['account', 'helped-learner', 'household', 'team', 'record', 'class', 'help-entry', 'sitting'];

/** Who is affected by a breach, from the trail and the sessions of that time. */
export async function findAffected(reader: Reader, { since, until, viewedBy }: Breach): Promise<Affected> {
	const meanwhile = and(
		gte(auditEntries.at, since),
		lt(auditEntries.at, until),
		viewedBy === undefined ? undefined : eq(auditEntries.actorId, viewedBy)
	);
	const rows = await reader
		.selectDistinct({ kind: auditEntries.subjectKind, id: auditEntries.subjectId })
		.from(auditEntries)
		.where(and(meanwhile, inArray(auditEntries.subjectKind, ofPeople)))
		.orderBy(asc(auditEntries.subjectKind), asc(auditEntries.subjectId));
	const [lists] = await reader
		.select({ shown: count() })
		.from(auditEntries)
		.where(and(meanwhile, inArray(auditEntries.action, listActions)));
	const opened = new Map<string, Set<string>>();
	for (const { kind, id } of rows) opened.set(kind, (opened.get(kind) ?? new Set()).add(id));
	const signedIn = viewedBy === undefined ? await listInUse(reader, { since, until }) : [];
	return { opened, lists: lists?.shown ?? 0, signedIn };
}

/** Acts that show many people at once. */
const listActions = [
	'identity.accounts-searched',
	'community.people-listed',
	'community.helped-listed',
	'community.households-listed',
	'community.help-listed',
	'community.help-exported',
	'community.doubles-looked-for',
	'certify.results-listed'
];

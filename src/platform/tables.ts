import type { ActingRole } from './actor.ts';
import { index, instant, integer, json, primaryKey, table, text } from './persistence/columns.ts';

/** What happened, written in the transaction that made it happen. */
export const facts = table('facts', {
	id: text().primaryKey(),
	name: text().notNull(),
	payload: json<Record<string, unknown>>().notNull(),
	recordedAt: instant().notNull()
});

/** Work that is done at its times, by one process of all that share the database. */
export const schedules = table('schedules', {
	name: text().primaryKey(),
	/** Not before this instant: the next time, or the end of the running one's lease. */
	dueAt: instant().notNull()
});

/** What is still to be done about a fact: one row per reaction, claimed with a lease. */
export const reactions = table(
	'reactions',
	{
		factId: text()
			.notNull()
			.references(() => facts.id),
		name: text().notNull(),
		/** pending → done, or dead after too many failures. */
		status: text().$type<'pending' | 'done' | 'dead'>().notNull(),
		attempts: integer().notNull(),
		/** Not before this instant: the next try, or the end of the running one's lease. */
		dueAt: instant().notNull(),
		failure: text()
	},
	(row) => [primaryKey({ columns: [row.factId, row.name] }), index('reactions_due').on(row.status, row.dueAt)]
);

/** How often something was done, under a keyed hash of what and by whom; nothing personal, and swept when it is over. */
export const allowances = table(
	'allowances',
	{
		keyHash: text().primaryKey(),
		count: integer().notNull(),
		/** Not before this instant may there be another. */
		openAt: instant().notNull(),
		/** From this instant on it is as if nothing had been counted. */
		endsAt: instant().notNull()
	},
	(row) => [index('allowances_ends').on(row.endsAt)]
);

/**
 * What people with a role did, one row per act, each bound to the one before by its hash: see audit.ts. Rows are
 * never changed or deleted (triggers in the migration refuse it), and hold no name, number or typed word: only ids,
 * roles and codes. No foreign keys, so that what an entry speaks of can be closed or merged.
 */
export const auditEntries = table(
	'audit_entries',
	{
		/** 1, 2, 3 … without gaps. */
		number: integer().primaryKey(),
		id: text().notNull().unique(),
		at: instant().notNull(),
		/** The account that acted; null for a command run on the server. */
		actorId: text(),
		/** The role under which it was done, and the place it was held on. */
		actorRole: text().$type<ActingRole>().notNull(),
		actorPlaceId: text(),
		/** `<room>.<what-happened>`. */
		action: text().notNull(),
		subjectKind: text().notNull(),
		subjectId: text().notNull(),
		/** Where it happened: whoever administers this path or one above it may read it. */
		placePath: text().notNull(),
		/** JSON in its canonical form, kept as text: a JSON column gives it back in another order. */
		details: text().notNull(),
		previousHash: text().notNull(),
		hash: text().notNull()
	},
	(row) => [
		index('audit_entries_place').on(row.placePath, row.number),
		index('audit_entries_subject').on(row.subjectKind, row.subjectId, row.number),
		index('audit_entries_actor').on(row.actorId, row.number),
		index('audit_entries_at').on(row.at)
	]
);

/** The end of the chain of audit entries, one row: how many there are, the newest hash, and a keyed mark over both. */
export const auditHead = table('audit_head', {
	id: text().primaryKey(),
	count: integer().notNull(),
	hash: text().notNull(),
	mark: text().notNull()
});

/** Files on PostgreSQL, where several processes share no disk: the bytes under their hash. See files/. */
export const storedFiles = table('stored_files', {
	hash: text().primaryKey(),
	/** Base64: backups carry it as any other text. */
	content: text().notNull(),
	/** When it was last put here; what nobody refers to stays for a while after that. */
	keptAt: instant().notNull()
});

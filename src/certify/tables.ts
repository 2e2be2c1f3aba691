import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { flag, index, instant, integer, json, table, text, uniqueIndex } from '../platform/persistence/columns.ts';
import { attempts, type Assurance } from '../assess/tables.ts';
import { accounts, learners } from '../identity/tables.ts';

/** What a record is of: a course, a group of the framework, a skill or tool, or a result above what was asked. */
export type RecordKind = 'course' | 'group' | 'skill' | 'merit';

/** A skill as it stands on a record: as it was named when the record was issued. */
export interface RecordSkill {
	code: string;
	name: string;
}

/** The public halves of the keys that sign records. The private halves lie in DATA_DIR/keys and never in a database. */
export const signingKeys = table('signing_keys', {
	/** The beginning of the key's thumbprint: see keys.ts. */
	id: text().primaryKey(),
	/** `x` of the JSON Web Key (RFC 8037), base64url. */
	publicKey: text().notNull(),
	createdAt: instant().notNull(),
	/** Signs nothing new from then on; what it signed before stays valid. The beginning of 1970: believed stolen, nothing does. */
	retiredAt: instant()
});

/** Passed quizzes for which a record can be collected, or has been. */
export const recordOffers = table(
	'record_offers',
	{
		attemptId: text()
			.primaryKey()
			.references(() => attempts.id),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		courseId: text().notNull(),
		createdAt: instant().notNull(),
		recordCode: text().references((): PgColumn => completionRecords.code)
	},
	(row) => [index('record_offers_learner').on(row.learnerId, row.recordCode)]
);

/**
 * Completion records as they were issued: nothing in them changes but whose they are (a device's learning that was
 * claimed) and that they were withdrawn or replaced; none is ever deleted. What is signed is `canonicalText`, to the letter.
 */
export const completionRecords = table(
	'completion_records',
	{
		id: text().primaryKey(),
		// Unique in the table itself, not by an index made later: record_offers refers to it.
		code: text().notNull().unique(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		attemptId: text()
			.notNull()
			.references(() => attempts.id),
		kind: text().$type<RecordKind>().notNull().default('course'),
		/** The course; of another kind, the rule by which it was given: the same holds for version, hash and title. */
		courseId: text().notNull(),
		courseVersion: integer().notNull(),
		courseHash: text().notNull(),
		courseTitle: text().notNull(),
		skills: json<RecordSkill[]>().notNull(),
		/** As the learner confirmed it. */
		name: text().notNull(),
		score: integer().notNull(),
		total: integer().notNull(),
		passPercent: integer().notNull(),
		completedAt: instant().notNull(),
		issuedAt: instant().notNull(),
		/** Something it was given for was done together with a helper; null from before this was noted. */
		helped: flag(),
		/** How sure it is who did what it was given for; null from before this was noted. */
		assurance: text().$type<Assurance>(),
		keyId: text()
			.notNull()
			.references(() => signingKeys.id),
		canonicalText: text().notNull(),
		/** The name is that of an identity the national provider vouched for; null from before there were any. */
		nameChecked: flag(),
		/** Ed25519 over the UTF-8 bytes of the canonical text, base64url. */
		signature: text().notNull(),
		withdrawnAt: instant(),
		withdrawnBy: text().references(() => accounts.id),
		withdrawnReason: text(),
		/** Its place in the lists of withdrawn records; null until it is asked for, where it is from before there were any. */
		statusIndex: integer(),
		/** The record whose place this one takes, with the name put right or signed anew; and the one that took this one's place. */
		replaces: text(),
		replacedBy: text(),
		/** Made for trying things out; then the signed text says so too. */
		simulated: flag().notNull()
	},
	(row) => [
		uniqueIndex('completion_records_given')
			.on(row.attemptId, row.kind, row.courseId)
			.where(sql`replaced_by is null`),
		index('completion_records_learner').on(row.learnerId, row.issuedAt),
		uniqueIndex('completion_records_status').on(row.statusIndex),
		index('completion_records_withdrawn').on(row.withdrawnAt)
	]
);

/** Links by which others see records in full, until whose they are closes them or their time is over. */
export const recordShares = table(
	'record_shares',
	{
		id: text().primaryKey(),
		/** What the link carries; 128 bits by chance. Kept as it is, so that she can copy the link once more. */
		token: text().notNull().unique(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		codes: json<string[]>().notNull(),
		createdAt: instant().notNull(),
		closesAt: instant().notNull(),
		closedAt: instant()
	},
	(row) => [index('record_shares_learner').on(row.learnerId, row.createdAt)]
);

export { confirmations, mismatches, reconciliations, registerMessages } from './register/tables.ts';
export { elsewhereFigures } from './elsewhere/tables.ts';
export { elsewhereResults } from './results/tables.ts';

import { sql } from 'drizzle-orm';
import { accounts, learners } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { index, instant, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';

/** Why somebody belongs to an organisation no longer. */
export const leavingReasons = ['left', 'moved', 'finished', 'removed', 'closed'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** Who belongs to an organisation or a class, since when and until when; whoever comes back gets a row of its own. */
export const memberships = table(
	'memberships',
	{
		id: text().primaryKey(),
		/** The organisation; its path is kept as it is now. */
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** What she is there, in its words: chuyên viên, kế toán, học sinh. */
		position: text(),
		joinedAt: instant().notNull(),
		endedAt: instant(),
		endedWhy: text().$type<LeavingReason>()
	},
	(row) => [
		uniqueIndex('memberships_one')
			.on(row.placeId, row.learnerId)
			.where(sql`ended_at is null`),
		index('memberships_learner').on(row.learnerId, row.endedAt),
		index('memberships_path').on(row.placePath, row.endedAt)
	]
);

/** Codes by which people join an organisation themselves, typed or as a QR code on its wall. */
export const joinCodes = table(
	'join_codes',
	{
		id: text().primaryKey(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		code: text().notNull().unique(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull(),
		endsAt: instant().notNull(),
		endedAt: instant()
	},
	(row) => [index('join_codes_place').on(row.placeId, row.endedAt)]
);

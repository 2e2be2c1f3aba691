import { accounts } from '../../identity/tables.ts';
import { index, instant, json, table, text } from '../../platform/persistence/columns.ts';
import { helpedLearners } from '../helped/tables.ts';
import type { JoinedRows, UnitedRows } from './joined-rows.ts';

/** Two rows for one helped learner that became one: all it takes to part them again, for as long as that can be done. */
export const helpedMerges = table(
	'helped_merges',
	{
		id: text().primaryKey(),
		/** The one who was kept. */
		helpedId: text()
			.notNull()
			.references(() => helpedLearners.id),
		/** The other one as she was called, and where she lived. */
		otherName: text().notNull(),
		otherPlacePath: text().notNull(),
		mergedBy: text()
			.notNull()
			.references(() => accounts.id),
		mergedAt: instant().notNull(),
		joined: json<JoinedRows>().notNull()
	},
	(row) => [index('helped_merges_helped').on(row.helpedId, row.mergedAt), index('helped_merges_at').on(row.mergedAt)]
);

/** An account that was given all of another of the same person, which is closed meanwhile. */
export const accountUnions = table(
	'account_unions',
	{
		id: text().primaryKey(),
		/** The one that was kept. */
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		otherId: text()
			.notNull()
			.references(() => accounts.id),
		/** The other as it was called. */
		otherName: text().notNull(),
		unitedAt: instant().notNull(),
		joined: json<UnitedRows>().notNull()
	},
	(row) => [
		index('account_unions_account').on(row.accountId, row.unitedAt),
		index('account_unions_other').on(row.otherId),
		index('account_unions_at').on(row.unitedAt)
	]
);

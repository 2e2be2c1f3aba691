import { index, instant, integer, json, primaryKey, table, text } from './persistence/columns.ts';

/** What happened, written in the transaction that made it happen. */
export const facts = table('facts', {
	id: text().primaryKey(),
	name: text().notNull(),
	payload: json<Record<string, unknown>>().notNull(),
	recordedAt: instant().notNull()
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

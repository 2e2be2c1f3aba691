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

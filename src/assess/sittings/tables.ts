import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import {
	flag,
	index,
	instant,
	integer,
	primaryKey,
	table,
	text,
	uniqueIndex
} from '../../platform/persistence/columns.ts';

/** Supervised sittings: one test, one place, learners who joined by the code. Attempts know the one they belong to. */
export const sittings = table(
	'sittings',
	{
		id: text().primaryKey(),
		testId: text().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** What learners join by, while it is open. */
		code: text().notNull(),
		/** Who may not take the test yet by its retake rule may all the same: whoever opened it said so. */
		retakeAllowed: flag().notNull(),
		openedBy: text()
			.notNull()
			.references(() => accounts.id),
		openedAt: instant().notNull(),
		/** When it closes by itself. */
		endsAt: instant().notNull(),
		/** When nobody could join any more; null while it is open. */
		closedAt: instant(),
		/** Who closed it; null where it did by itself. */
		closedBy: text().references(() => accounts.id)
	},
	(row) => [
		uniqueIndex('sittings_code').on(row.code),
		index('sittings_place').on(row.placePath, row.openedAt),
		index('sittings_opened').on(row.openedAt, row.id)
	]
);

/** Time that was given, each once: a form that is sent twice carries the same key. */
export const sittingExtensions = table(
	'sitting_extensions',
	{
		sittingId: text()
			.notNull()
			.references(() => sittings.id),
		key: text().notNull(),
		/** To whom; null for everybody. */
		attemptId: text(),
		minutes: integer().notNull(),
		givenBy: text()
			.notNull()
			.references(() => accounts.id),
		givenAt: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.sittingId, row.key] })]
);

import { learners } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { index, instant, integer, table, text } from '../../platform/persistence/columns.ts';

/** By what somebody with an account was recognised in a staff list. */
export const matchWays = ['member', 'phone', 'hand'] as const;
export type MatchWay = (typeof matchWays)[number];

/**
 * Staff lists: who works or learns at an organisation by its own books, with an account or not. They are what "100 % of
 * officials" is counted against. As little as recognising somebody takes.
 */
export const staffEntries = table(
	'staff_entries',
	{
		id: text().primaryKey(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		name: text().notNull(),
		nameSort: text().notNull(),
		nameFolded: text().notNull(),
		birthYear: integer(),
		phone: text(),
		/** For reminders, where her office says so. */
		email: text(),
		position: text(),
		/** The number that the organisation gave her; unique there. */
		staffNumber: text(),
		/** Tells two of one name and year in one list apart. */
		apart: text(),
		/** Name, year and what tells apart, folded: one row for one person in one list. */
		personKey: text().notNull(),
		learnerId: text().references(() => learners.id),
		matchedBy: text().$type<MatchWay>(),
		matchedAt: instant(),
		/** The import it came by. */
		importId: text(),
		addedAt: instant().notNull(),
		endedAt: instant()
	},
	(row) => [
		index('staff_entries_list').on(row.placePath, row.endedAt, row.nameSort, row.id),
		index('staff_entries_person').on(row.placeId, row.personKey),
		index('staff_entries_phone').on(row.phone),
		index('staff_entries_learner').on(row.learnerId),
		index('staff_entries_import').on(row.importId)
	]
);

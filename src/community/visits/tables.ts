import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { flag, index, instant, integer, table, text } from '../../platform/persistence/columns.ts';
import { helpedLearners } from '../helped/tables.ts';

/** A visit at somebody's home, or help at the service centre. */
export const entryKinds = ['visit', 'desk'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What helpers wrote down of the help they gave. Never deleted: what was written by mistake is struck out. */
export const helpEntries = table(
	'help_entries',
	{
		/** Made by the writer's phone where it was written without signal, so that it is here once. */
		id: text().primaryKey(),
		kind: text().$type<EntryKind>().notNull(),
		writerId: text()
			.notNull()
			.references(() => accounts.id),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** When it began, and how long it took. */
		at: instant().notNull(),
		minutes: integer().notNull(),
		/** The household in the words of the village, or somebody whom a helper wrote down. */
		household: text(),
		helpedId: text().references(() => helpedLearners.id),
		did: text(),
		/** An id of the rules' `procedures`, and in words what that does not say. */
		procedure: text(),
		procedureWords: text(),
		/** Whether she did the procedure by herself. */
		alone: flag(),
		/** The lesson that was given along; the content goes its own ways, so there is no foreign key. */
		courseId: text(),
		lessonId: text(),
		nextTime: text(),
		writtenAt: instant().notNull(),
		changedAt: instant(),
		struckAt: instant()
	},
	(row) => [
		index('help_entries_place').on(row.placePath, row.at),
		index('help_entries_writer').on(row.writerId, row.at),
		index('help_entries_helped').on(row.helpedId)
	]
);

import { learners } from '../../identity/tables.ts';
import { index, instant, integer, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';

/** What a reminder is about. `asked`: somebody in charge pressed the button. */
export const reminderKinds = ['given', 'soon', 'late', 'asked'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Reminders, each once: the key says whom, about what and for which day. */
export const reminders = table(
	'reminders',
	{
		id: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		kind: text().$type<ReminderKind>().notNull(),
		/** How many things it reminds of. */
		things: integer().notNull(),
		onceKey: text().notNull(),
		madeAt: instant().notNull(),
		/** When she opened what it reminds of. */
		seenAt: instant(),
		/** Where it goes besides the page; null: nowhere else. Forgotten once it is sent or given up. */
		email: text(),
		mailState: text().$type<'none' | 'waiting' | 'sent' | 'failed'>().notNull(),
		mailTries: integer().notNull(),
		/** When it is tried next; whoever sends it puts this off first, so that two processes never send one. */
		mailDueAt: instant(),
		mailedAt: instant()
	},
	(row) => [
		uniqueIndex('reminders_once').on(row.onceKey),
		index('reminders_learner').on(row.learnerId, row.madeAt),
		index('reminders_mail').on(row.mailState, row.mailDueAt)
	]
);

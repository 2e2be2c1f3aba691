import { flag, index, instant, integer, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';
import type { Act, ConfirmationState, Fault, MessageState } from './states.ts';

/** Of each record that is to be confirmed at the national register, how far that has come. */
export const confirmations = table(
	'confirmations',
	{
		recordCode: text().primaryKey(),
		/** Whose: one learner's are sent in their order. Of a deleted account the record's own code, which leads nowhere. */
		line: text().notNull(),
		/** Where its holder belongs: who may look after it. */
		placePath: text().notNull(),
		state: text().$type<ConfirmationState>().notNull(),
		/** The newest message about it; what came of older ones changes nothing here. */
		messageId: text().notNull(),
		/** A keyed mark of the subject it was sent under, by which both sides are compared. */
		subjectMark: text(),
		/** Practice: the record, or the register that confirmed it. */
		simulated: flag().notNull(),
		requestedAt: instant().notNull(),
		submittedAt: instant(),
		settledAt: instant(),
		/** Why it was refused, as a code of the register's. */
		reason: text()
	},
	(row) => [index('confirmations_line').on(row.line)]
);

/** What the register is to be told, each under a key of its own: the outbox of this room, worked off in `deliver.ts`. */
export const registerMessages = table(
	'register_messages',
	{
		/** The key under which the register does it once, however often it comes. */
		id: text().primaryKey(),
		recordCode: text().notNull(),
		line: text().notNull(),
		/** Its place in the line; never a time, since clocks are set back. */
		number: integer().notNull(),
		act: text().$type<Act>().notNull(),
		replacedBy: text(),
		state: text().$type<MessageState>().notNull(),
		/** How often it was taken up; by it is known whose it is: only who counted last may say what came of it. */
		attempts: integer().notNull(),
		/** How often in a row nothing came of it. */
		failures: integer().notNull(),
		/** Not before this instant: the next try, or the end of the running one's lease. */
		dueAt: instant().notNull(),
		fault: text().$type<Fault>()
	},
	(row) => [
		uniqueIndex('register_messages_line').on(row.line, row.number),
		index('register_messages_due').on(row.state, row.dueAt),
		index('register_messages_record').on(row.recordCode)
	]
);

/** Each time both sides were compared. */
export const reconciliations = table(
	'reconciliations',
	{
		id: text().primaryKey(),
		/** The account that asked for it; null where it was the night's. */
		askedBy: text(),
		askedAt: instant().notNull(),
		/** Whoever compares has until then; after that somebody else may begin again. */
		leasedTo: instant(),
		finishedAt: instant(),
		/** How many there were here and there, and how many of them were the same. */
		here: integer(),
		there: integer(),
		same: integer(),
		/** How many were not; of very many only the first are listed. */
		differing: integer(),
		/** Why it could not be done. */
		fault: text().$type<Fault>()
	},
	(row) => [index('reconciliations_finished').on(row.finishedAt, row.askedAt)]
);

/** What both sides did not agree on. */
export const mismatches = table(
	'mismatches',
	{
		id: text().primaryKey(),
		reconciliationId: text()
			.notNull()
			.references(() => reconciliations.id),
		recordCode: text().notNull(),
		placePath: text().notNull(),
		/** How it stands here and there; null where it does not. */
		here: text(),
		there: text(),
		/** It stands under somebody else there. */
		someoneElse: flag().notNull(),
		/** What was done about it. */
		remedy: text().$type<'send' | 'withdraw' | 'take-over' | 'accept'>(),
		/** Why, where it was accepted as it is. */
		reason: text(),
		settledBy: text(),
		settledAt: instant()
	},
	(row) => [
		index('mismatches_reconciliation').on(row.reconciliationId, row.recordCode),
		index('mismatches_record').on(row.recordCode)
	]
);

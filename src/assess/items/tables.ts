import { flag, index, instant, integer, json, primaryKey, table, text } from '../../platform/persistence/columns.ts';
import type { Counters } from './counters.ts';
import type { Figures } from './figures.ts';

/**
 * Learners with a finished attempt that is still to be counted, or whose attempts went to another learner or came from
 * one. Written in the transaction that made it so and gone once counted; the same learner may stand here twice.
 */
export const itemRecounts = table('item_recounts', { id: text().primaryKey(), learnerId: text().notNull() });

/** Of which questions of an attempt the counters know: those that its learner met there for the first time. */
export const itemCounted = table('item_counted', {
	attemptId: text().primaryKey(),
	questionIds: json<string[]>().notNull()
});

/** What the answers to one version of a question add up to. Nobody's answers can be told from it. */
export const itemFigures = table(
	'item_figures',
	{
		hash: text().primaryKey(),
		questionId: text().notNull(),
		courseId: text().notNull(),
		/** The version that is in use; false once it was edited or retired. */
		current: flag().notNull(),
		/** The larger, the sooner an editor should look: see `judge.ts`. */
		worst: integer().notNull(),
		/** What is striking, with a space before and after each. */
		flags: text().notNull(),
		/** When somebody first finished an attempt with it. */
		firstAt: instant().notNull(),
		computedAt: instant().notNull(),
		/** The release of the content that the figures were made under. */
		releaseId: text().notNull(),
		figures: json<Figures>().notNull(),
		counters: json<Counters>().notNull()
	},
	(row) => [
		index('item_figures_worst').on(row.current, row.worst, row.hash),
		index('item_figures_question').on(row.questionId),
		index('item_figures_computed').on(row.computedAt)
	]
);

/** In how many pairs of sheets of one sitting, alike beyond chance, a question was answered wrongly in the same way. */
export const alikeAnswers = table(
	'alike_answers',
	{
		sittingId: text().notNull(),
		hash: text().notNull(),
		pairs: integer().notNull()
	},
	(row) => [primaryKey({ columns: [row.sittingId, row.hash] }), index('alike_answers_hash').on(row.hash)]
);

import { index, instant, integer, table, text } from '../../platform/persistence/columns.ts';

/**
 * Where calibrations put the versions of questions on the scale, in thousandths. One row for each version, from the last
 * calibration that had enough answers to it; attempts keep what they were drawn with.
 */
export const itemParameters = table(
	'item_parameters',
	{
		hash: text().primaryKey(),
		/** Sharpness and difficulty. How often it is guessed right follows from its kind. */
		a: integer().notNull(),
		b: integer().notNull(),
		/** Standard errors; null for `a` where all questions have one sharpness (Rasch). */
		aError: integer(),
		bError: integer().notNull(),
		/** How many answers it was estimated from, one of each learner. */
		answers: integer().notNull(),
		calibratedAt: instant().notNull(),
		/** The calibration; the later, the larger. */
		runId: text().notNull()
	},
	(row) => [index('item_parameters_run').on(row.runId)]
);

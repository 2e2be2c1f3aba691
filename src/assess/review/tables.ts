import { learners } from '../../identity/tables.ts';
import { integer, primaryKey, table, text } from '../../platform/persistence/columns.ts';

/**
 * What somebody missed and is asked again after days, one row for each question. Days are those of Viet Nam, as
 * `2026-11-26`. A miss elsewhere (a lesson, a quiz) is only noted; what it does to the memory is reckoned when she is
 * next asked, so that keeping it is one statement.
 */
export const reviewCards = table(
	'review_cards',
	{
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		questionId: text().notNull(),
		/** When it was last missed elsewhere, until she is asked again. */
		missedOn: text(),
		/** From which day on it is asked; null once it is known. */
		dueOn: text(),
		/** How many days until nine in ten would still know it, in thousandths; null before the first answer here. */
		stability: integer(),
		/** From 1 to 10, in thousandths; null before the first answer here. */
		difficulty: integer(),
		/** How often it was met and how often forgotten again, as the scheduler counts. */
		reps: integer().notNull(),
		lapses: integer().notNull(),
		/** When she last answered it here. */
		answeredOn: text()
	},
	(row) => [primaryKey({ columns: [row.learnerId, row.questionId] })]
);

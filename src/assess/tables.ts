import { sql } from 'drizzle-orm';
import {
	flag,
	index,
	instant,
	integer,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex
} from '../platform/persistence/columns.ts';
import type { Response } from '../catalog/index.ts';
import { learners } from '../identity/tables.ts';

/** A question as it was drawn: which version, and what is shuffled of it in the order it is shown. */
export interface DrawnQuestion {
	questionId: string;
	hash: string;
	optionOrder: string[];
}

/** One go at a course's quiz. What was drawn stays as it was, even when the content changes meanwhile. */
export const attempts = table(
	'attempts',
	{
		id: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		courseId: text().notNull(),
		courseHash: text().notNull(),
		courseVersion: integer().notNull(),
		purpose: text().$type<'quiz'>().notNull(),
		/** With the bank and what was seen before, this makes the same draw again. */
		seed: text().notNull(),
		questions: json<DrawnQuestion[]>().notNull(),
		total: integer().notNull(),
		/** The pass mark as it was when she began. */
		passPercent: integer().notNull(),
		startedAt: instant().notNull(),
		/** It was begun, or a question of it answered, together with a helper; null from before this was noted. */
		helped: flag(),
		finishedAt: instant(),
		score: integer(),
		passed: flag()
	},
	(row) => [
		uniqueIndex('attempts_one_open')
			.on(row.learnerId, row.courseId)
			.where(sql`finished_at is null`),
		index('attempts_learner').on(row.learnerId, row.courseId, row.startedAt)
	]
);

/** What was chosen at each question of an attempt; answering again replaces it while the attempt is open. */
export const answers = table(
	'answers',
	{
		attemptId: text()
			.notNull()
			.references(() => attempts.id),
		questionId: text().notNull(),
		/** The option where one is chosen; empty at other kinds of questions. */
		optionId: text().notNull(),
		/** What was filled in; null where the option says it all. */
		response: json<Response>(),
		/** Graded on arrival; told to nobody before the attempt is finished. */
		correct: flag().notNull(),
		/** What it is worth in thousandths; null from before parts of a question counted: then all or nothing. */
		points: integer(),
		answeredAt: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.attemptId, row.questionId] })]
);

export { alikeAnswers, itemCounted, itemFigures, itemRecounts } from './items/tables.ts';

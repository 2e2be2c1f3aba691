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
import type { AttemptPurpose, DrawnQuestion } from './drawn.ts';

export type { AttemptPurpose, DrawnQuestion } from './drawn.ts';

/** How sure it is who answered, and how. */
export type Assurance = 'alone' | 'helped' | 'supervised' | 'identity-checked';

/** One go at a course's quiz or a group's test. What was drawn stays as it was, even when the content changes meanwhile. */
export const attempts = table(
	'attempts',
	{
		id: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** The course; for a test `test:` and its id. Of each a learner has one open attempt at most. */
		courseId: text().notNull(),
		/** Which version of the course, or of the test. */
		courseHash: text().notNull(),
		courseVersion: integer().notNull(),
		purpose: text().$type<AttemptPurpose>().notNull(),
		/** The test; null for a course's quiz. */
		testId: text(),
		/** With the bank and what was seen before, this makes the same draw again. */
		seed: text().notNull(),
		questions: json<DrawnQuestion[]>().notNull(),
		total: integer().notNull(),
		/** The pass mark as it was when she began. */
		passPercent: integer().notNull(),
		startedAt: instant().notNull(),
		/** It was begun, or a question of it answered, together with a helper; null from before this was noted. */
		helped: flag(),
		/** When the server's clock ends it; null where nobody looks at the clock. */
		closesAt: instant(),
		/** Since when a supervisor has it paused: the clock stands until it goes on. */
		pausedAt: instant(),
		/** The supervised sitting it belongs to. */
		sittingId: text(),
		/** What she wrote as her name when she joined a sitting, or on a sheet of paper, without an account or a card. */
		sitterName: text(),
		/** The version of a printed paper that it was done on: a supervisor typed in what she wrote. */
		paperCode: text(),
		assurance: text().$type<Assurance>(),
		/** Why a supervisor declared that it does not count; null where it counts. */
		voidReason: text(),
		finishedAt: instant(),
		score: integer(),
		passed: flag(),
		/** Which level of the test was attained, from 1; 0 none, null where it has none. */
		level: integer(),
		/** Where she stands on the scale and how unsure that is, in thousandths; null for a quiz. */
		ability: integer(),
		abilityError: integer()
	},
	(row) => [
		uniqueIndex('attempts_one_open')
			.on(row.learnerId, row.courseId)
			.where(sql`finished_at is null`),
		index('attempts_learner').on(row.learnerId, row.courseId, row.startedAt),
		index('attempts_sitting').on(row.sittingId, row.startedAt),
		index('attempts_paper').on(row.paperCode, row.startedAt)
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
export { reviewCards } from './review/tables.ts';
export { itemParameters } from './calibrated/tables.ts';
export { sittingExtensions, sittings } from './sittings/tables.ts';
export { paperVersions, papers } from './papers/tables.ts';

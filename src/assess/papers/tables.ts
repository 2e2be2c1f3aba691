import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import {
	index,
	instant,
	integer,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex
} from '../../platform/persistence/columns.ts';
import type { AttemptPurpose, DrawnQuestion } from '../drawn.ts';
import type { TwoStageTables } from './stage-tables.ts';

/** Tests printed on paper: what was drawn stays as it was, so that the same sheets and key can be printed again. */
export const papers = table(
	'papers',
	{
		id: text().primaryKey(),
		/** The course, or `test:` and the id of the test, as attempts know it; which version of it. */
		courseId: text().notNull(),
		courseHash: text().notNull(),
		courseVersion: integer().notNull(),
		/** Null for a course's quiz. */
		testId: text(),
		purpose: text().$type<AttemptPurpose>().notNull(),
		passPercent: integer().notNull(),
		/** With the bank as it was, this makes the same draw again. */
		seed: text().notNull(),
		/** How many of its questions are of the exam bank. */
		examQuestions: integer().notNull(),
		/** Where it is a placement in two stages: its parts, and what to read off after them. */
		stages: json<TwoStageTables>(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull()
	},
	(row) => [index('papers_place').on(row.placePath, row.madeAt)]
);

/** The versions of a paper: the same questions and options, each in an order of its own, known by the code on every sheet. */
export const paperVersions = table(
	'paper_versions',
	{
		paperId: text()
			.notNull()
			.references(() => papers.id),
		/** From 1. */
		number: integer().notNull(),
		code: text().notNull(),
		questions: json<DrawnQuestion[]>().notNull()
	},
	(row) => [primaryKey({ columns: [row.paperId, row.number] }), uniqueIndex('paper_versions_code').on(row.code)]
);

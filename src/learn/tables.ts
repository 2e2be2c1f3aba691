import { flag, index, instant, json, primaryKey, table, text } from '../platform/persistence/columns.ts';
import { learners } from '../identity/tables.ts';

/** Whose clock an instant was read from. */
export type TimeSource = 'server' | 'device';
/** `unknown`: nobody saw the lesson being sent, e.g. with cookies off, on paper, or on another phone. */
export type OpenedSource = TimeSource | 'unknown';
/** How an answer reached the server. */
export type AnswerWay = 'online' | 'offline';
/** Ways of learning a lesson that leave no reading time behind, as she says it herself. */
export type DeclaredWay = 'listened' | 'paper' | 'helped';
export type LessonState = 'answering' | 'more-questions' | 'done';
/** What made the lesson count. */
export type Pace = 'plausible' | 'extra-questions' | 'declared';

/** What somebody last chose at each check question of a lesson, and when she first answered it. */
export const checkAnswers = table(
	'check_answers',
	{
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		lessonId: text().notNull(),
		questionId: text().notNull(),
		courseId: text().notNull(),
		/** Which version of the question was answered. */
		questionHash: text().notNull(),
		optionId: text().notNull(),
		correct: flag().notNull(),
		/** True from the first right answer on, whatever is chosen later. */
		everCorrect: flag().notNull(),
		answeredAt: instant().notNull(),
		timeSource: text().$type<TimeSource>().notNull(),
		way: text().$type<AnswerWay>().notNull(),
		/** The earliest answer: a lesson's time is measured up to it, so trying again costs nothing. */
		firstAnsweredAt: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.learnerId, row.lessonId, row.questionId] })]
);

/** Where somebody stands in a lesson; the row is made at the first answer, never at a view. */
export const lessonProgress = table(
	'lesson_progress',
	{
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		lessonId: text().notNull(),
		courseId: text().notNull(),
		/** Which version of the lesson was answered last, or was completed. */
		lessonHash: text().notNull(),
		state: text().$type<LessonState>().notNull(),
		openedAt: instant(),
		openedSource: text().$type<OpenedSource>().notNull(),
		completedAt: instant(),
		pace: text().$type<Pace>(),
		declaredWay: text().$type<DeclaredWay>(),
		/** The further questions drawn for somebody who was very quick; empty otherwise. */
		extraQuestionIds: json<string[]>().notNull(),
		lastAnsweredAt: instant().notNull()
	},
	(row) => [
		primaryKey({ columns: [row.learnerId, row.lessonId] }),
		index('lesson_progress_last').on(row.learnerId, row.lastAnsweredAt)
	]
);

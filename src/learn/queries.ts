import { and, countDistinct, desc, eq, inArray, lt, type SQLWrapper } from 'drizzle-orm';
import { asItCame, prepared, rowOf, type Named } from '../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { checkAnswers, lessonProgress } from './tables.ts';

export type CheckAnswer = typeof checkAnswers.$inferSelect;
export type LessonProgress = typeof lessonProgress.$inferSelect;

/** Every check answer of a learner in a lesson. */
export function findCheckAnswers(reader: Reader, learnerId: string, lessonId: string): Promise<CheckAnswer[]> {
	return checkAnswersIn(reader, { learnerId, lessonId });
}

const checkAnswersIn = prepared('learn.check-answers', (reader: Reader, value: Named<'learnerId' | 'lessonId'>) =>
	reader
		.select()
		.from(checkAnswers)
		.where(and(eq(checkAnswers.learnerId, value('learnerId')), eq(checkAnswers.lessonId, value('lessonId'))))
);

/** Every check answer of a learner. */
export function findAllCheckAnswers(reader: Reader, learnerId: string): Promise<CheckAnswer[]> {
	return reader.select().from(checkAnswers).where(eq(checkAnswers.learnerId, learnerId));
}

export async function findLessonProgress(
	reader: Reader,
	learnerId: string,
	lessonId: string
): Promise<LessonProgress | undefined> {
	const [row] = await progressIn(reader, { learnerId, lessonId });
	return row;
}

const progressIn = prepared('learn.lesson-progress', (reader: Reader, value: Named<'learnerId' | 'lessonId'>) =>
	reader
		.select()
		.from(lessonProgress)
		.where(and(eq(lessonProgress.learnerId, value('learnerId')), eq(lessonProgress.lessonId, value('lessonId'))))
);

/** Every lesson a learner has begun, the one answered last first. */
export function findAllLessonProgress(reader: Reader, learnerId: string): Promise<LessonProgress[]> {
	return allProgress(reader, { learnerId });
}

const allProgress = prepared('learn.all-progress', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.select()
		.from(lessonProgress)
		.where(eq(lessonProgress.learnerId, value('learnerId')))
		.orderBy(desc(lessonProgress.lastAnsweredAt), desc(lessonProgress.lessonId))
);

/** Where a learner stands in one lesson: as much as telling her way needs. */
export type LessonStep = Pick<LessonProgress, 'courseId' | 'lessonId' | 'state' | 'lastAnsweredAt'>;

/** Every lesson a learner has begun, the one answered last first, without what was noted on the way. */
export function findLessonSteps(reader: Reader, learnerId: string): Promise<LessonStep[]> {
	return lessonSteps(reader, { learnerId });
}

const lessonSteps = prepared('learn.lesson-steps', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.select({
			courseId: lessonProgress.courseId,
			lessonId: lessonProgress.lessonId,
			state: lessonProgress.state,
			lastAnsweredAt: lessonProgress.lastAnsweredAt
		})
		.from(lessonProgress)
		.where(eq(lessonProgress.learnerId, value('learnerId')))
		.orderBy(desc(lessonProgress.lastAnsweredAt), desc(lessonProgress.lessonId))
);

/** Which of these lessons each of these learners has done. */
export async function listDoneLessons(
	reader: Reader,
	{ learnerIds, lessonIds }: { learnerIds: readonly string[]; lessonIds: readonly string[] }
): Promise<Pick<LessonProgress, 'learnerId' | 'lessonId'>[]> {
	if (learnerIds.length === 0 || lessonIds.length === 0) return [];
	return reader
		.select({ learnerId: lessonProgress.learnerId, lessonId: lessonProgress.lessonId })
		.from(lessonProgress)
		.where(
			and(
				inArray(lessonProgress.learnerId, [...learnerIds]),
				inArray(lessonProgress.lessonId, [...lessonIds]),
				eq(lessonProgress.state, 'done')
			)
		);
}

/** Keeps an answer in place of an earlier one to the same question. */
export async function keepCheckAnswer(tx: Writer, answer: CheckAnswer): Promise<void> {
	await checkAnswerKept(tx, answer);
}

const checkAnswerKept = prepared('learn.keep-check-answer', (tx: Writer, value: Named<keyof CheckAnswer>) =>
	tx
		.insert(checkAnswers)
		.values(rowOf(checkAnswers, value))
		.onConflictDoUpdate({
			target: [checkAnswers.learnerId, checkAnswers.lessonId, checkAnswers.questionId],
			set: asItCame(checkAnswers)
		})
);

export async function keepLessonProgress(tx: Writer, progress: LessonProgress): Promise<void> {
	await progressKept(tx, progress);
}

const progressKept = prepared('learn.keep-progress', (tx: Writer, value: Named<keyof LessonProgress>) =>
	tx
		.insert(lessonProgress)
		.values(rowOf(lessonProgress, value))
		.onConflictDoUpdate({
			target: [lessonProgress.learnerId, lessonProgress.lessonId],
			set: asItCame(lessonProgress)
		})
);

/** Takes away all that is kept of a learner in this room, once it has been kept under another. */
export async function forgetLearner(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(checkAnswers).where(eq(checkAnswers.learnerId, learnerId));
	await tx.delete(lessonProgress).where(eq(lessonProgress.learnerId, learnerId));
}

/** Takes away what is kept of a learner in one lesson. */
export async function forgetLesson(tx: Writer, learnerId: string, lessonId: string): Promise<void> {
	await tx.delete(checkAnswers).where(and(eq(checkAnswers.learnerId, learnerId), eq(checkAnswers.lessonId, lessonId)));
	await tx
		.delete(lessonProgress)
		.where(and(eq(lessonProgress.learnerId, learnerId), eq(lessonProgress.lessonId, lessonId)));
}

/** How many of some learners had done a lesson before an instant. */
export async function countLearnt(
	reader: Reader,
	{ learners, before }: { learners: SQLWrapper; before: Date }
): Promise<number> {
	const { learnerId, completedAt } = lessonProgress;
	const [found] = await reader
		.select({ people: countDistinct(learnerId) })
		.from(lessonProgress)
		.where(and(lt(completedAt, before), inArray(learnerId, learners)));
	return found?.people ?? 0;
}

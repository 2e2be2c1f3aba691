import { and, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { checkAnswers, lessonProgress } from './tables.ts';

export type CheckAnswer = typeof checkAnswers.$inferSelect;
export type LessonProgress = typeof lessonProgress.$inferSelect;

/** Every check answer of a learner in a lesson. */
export function findCheckAnswers(reader: Reader, learnerId: string, lessonId: string): Promise<CheckAnswer[]> {
	return reader
		.select()
		.from(checkAnswers)
		.where(and(eq(checkAnswers.learnerId, learnerId), eq(checkAnswers.lessonId, lessonId)));
}

/** Every check answer of a learner. */
export function findAllCheckAnswers(reader: Reader, learnerId: string): Promise<CheckAnswer[]> {
	return reader.select().from(checkAnswers).where(eq(checkAnswers.learnerId, learnerId));
}

export async function findLessonProgress(
	reader: Reader,
	learnerId: string,
	lessonId: string
): Promise<LessonProgress | undefined> {
	const [row] = await reader
		.select()
		.from(lessonProgress)
		.where(and(eq(lessonProgress.learnerId, learnerId), eq(lessonProgress.lessonId, lessonId)));
	return row;
}

/** Every lesson a learner has begun, the one answered last first. */
export function findAllLessonProgress(reader: Reader, learnerId: string): Promise<LessonProgress[]> {
	return reader
		.select()
		.from(lessonProgress)
		.where(eq(lessonProgress.learnerId, learnerId))
		.orderBy(desc(lessonProgress.lastAnsweredAt), desc(lessonProgress.lessonId));
}

/** Keeps an answer in place of an earlier one to the same question. */
export async function keepCheckAnswer(tx: Writer, answer: CheckAnswer): Promise<void> {
	await tx
		.insert(checkAnswers)
		.values(answer)
		.onConflictDoUpdate({
			target: [checkAnswers.learnerId, checkAnswers.lessonId, checkAnswers.questionId],
			set: answer
		});
}

export async function keepLessonProgress(tx: Writer, progress: LessonProgress): Promise<void> {
	await tx
		.insert(lessonProgress)
		.values(progress)
		.onConflictDoUpdate({ target: [lessonProgress.learnerId, lessonProgress.lessonId], set: progress });
}

/** Takes away all that is kept of a learner in this room, once it has been kept under another. */
export async function forgetLearner(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(checkAnswers).where(eq(checkAnswers.learnerId, learnerId));
	await tx.delete(lessonProgress).where(eq(lessonProgress.learnerId, learnerId));
}

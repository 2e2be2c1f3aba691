import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { answers, attempts } from './tables.ts';

export type Attempt = typeof attempts.$inferSelect;
export type Answer = typeof answers.$inferSelect;

/** How many earlier attempts are looked at so that a retake brings other questions. */
const remembered = 50;

export async function findAttempt(reader: Reader, id: string): Promise<Attempt | undefined> {
	const [attempt] = await reader.select().from(attempts).where(eq(attempts.id, id));
	return attempt;
}

/** The attempt at a course's quiz that a learner has not finished; there is at most one. */
export async function findOpenAttempt(
	reader: Reader,
	{ learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<Attempt | undefined> {
	const [attempt] = await reader
		.select()
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.courseId, courseId), isNull(attempts.finishedAt)));
	return attempt;
}

/** A learner's latest attempts at a course's quiz, the newest first. */
export function findAttemptsAtCourse(
	reader: Reader,
	{ learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<Attempt[]> {
	return reader
		.select()
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.courseId, courseId)))
		.orderBy(desc(attempts.startedAt), desc(attempts.id))
		.limit(remembered);
}

/** What is kept of every attempt of a learner, the oldest first; without the questions. */
export function findAllAttempts(reader: Reader, learnerId: string) {
	return reader
		.select({
			id: attempts.id,
			courseId: attempts.courseId,
			startedAt: attempts.startedAt,
			finishedAt: attempts.finishedAt,
			score: attempts.score,
			total: attempts.total,
			passed: attempts.passed
		})
		.from(attempts)
		.where(eq(attempts.learnerId, learnerId))
		.orderBy(asc(attempts.startedAt), asc(attempts.id));
}

export async function insertAttempt(tx: Writer, attempt: Attempt): Promise<void> {
	await tx.insert(attempts).values(attempt);
}

export async function closeAttempt(
	tx: Writer,
	id: string,
	result: { finishedAt: Date; score: number; passed: boolean }
): Promise<void> {
	await tx.update(attempts).set(result).where(eq(attempts.id, id));
}

export async function moveAttempts(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(attempts).set({ learnerId: into }).where(eq(attempts.learnerId, from));
}

/** Takes away an unfinished attempt with its answers. */
export async function dropAttempt(tx: Writer, id: string): Promise<void> {
	await tx.delete(answers).where(eq(answers.attemptId, id));
	await tx.delete(attempts).where(eq(attempts.id, id));
}

export function findAnswers(reader: Reader, attemptId: string): Promise<Answer[]> {
	return reader.select().from(answers).where(eq(answers.attemptId, attemptId));
}

/** Keeps an answer in place of an earlier one to the same question. */
export async function keepAnswer(tx: Writer, answer: Answer): Promise<void> {
	await tx
		.insert(answers)
		.values(answer)
		.onConflictDoUpdate({ target: [answers.attemptId, answers.questionId], set: answer });
}

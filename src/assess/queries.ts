import { and, asc, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { asItCame, prepared, rowOf, type Named } from '../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { answers, attempts } from './tables.ts';

export type Attempt = typeof attempts.$inferSelect;
export type Answer = typeof answers.$inferSelect;

/** How many earlier attempts are looked at so that a retake brings other questions. */
const remembered = 50;

const attemptById = prepared('assess.attempt', (reader: Reader, value: Named<'id'>) =>
	reader
		.select()
		.from(attempts)
		.where(eq(attempts.id, value('id')))
);

export async function findAttempt(reader: Reader, id: string): Promise<Attempt | undefined> {
	const [attempt] = await attemptById(reader, { id });
	return attempt;
}

/** The attempt at a course's quiz that a learner has not finished; there is at most one. */
export async function findOpenAttempt(
	reader: Reader,
	{ learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<Attempt | undefined> {
	const [attempt] = await openAttempt(reader, { learnerId, courseId });
	return attempt;
}

const openAttempt = prepared('assess.open-attempt', (reader: Reader, value: Named<'learnerId' | 'courseId'>) =>
	reader
		.select()
		.from(attempts)
		.where(
			and(
				eq(attempts.learnerId, value('learnerId')),
				eq(attempts.courseId, value('courseId')),
				isNull(attempts.finishedAt)
			)
		)
);

/** A learner's latest attempts at a course's quiz, the newest first. */
export function findAttemptsAtCourse(
	reader: Reader,
	{ learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<Attempt[]> {
	return attemptsAtCourse(reader, { learnerId, courseId });
}

const attemptsAtCourse = prepared(
	'assess.attempts-at-course',
	(reader: Reader, value: Named<'learnerId' | 'courseId'>) =>
		reader
			.select()
			.from(attempts)
			.where(and(eq(attempts.learnerId, value('learnerId')), eq(attempts.courseId, value('courseId'))))
			.orderBy(desc(attempts.startedAt), desc(attempts.id))
			.limit(remembered)
);

/** What is kept of every attempt of a learner, the oldest first; without the questions. */
export function findAllAttempts(reader: Reader, learnerId: string) {
	return allAttempts(reader, { learnerId });
}

const allAttempts = prepared('assess.all-attempts', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.select({
			id: attempts.id,
			courseId: attempts.courseId,
			purpose: attempts.purpose,
			startedAt: attempts.startedAt,
			finishedAt: attempts.finishedAt,
			score: attempts.score,
			total: attempts.total,
			passed: attempts.passed
		})
		.from(attempts)
		.where(eq(attempts.learnerId, value('learnerId')))
		.orderBy(asc(attempts.startedAt), asc(attempts.id))
);

export async function insertAttempt(tx: Writer, attempt: Attempt): Promise<void> {
	await tx.insert(attempts).values(attempt);
}

export async function closeAttempt(
	tx: Writer,
	id: string,
	result: Pick<Attempt, 'finishedAt' | 'score' | 'passed' | 'level' | 'ability' | 'abilityError'>
): Promise<void> {
	await tx.update(attempts).set(result).where(eq(attempts.id, id));
}

/** Adds what was drawn since to an attempt. */
export async function addQuestions(
	tx: Writer,
	id: string,
	{ questions, total }: Pick<Attempt, 'questions' | 'total'>
): Promise<void> {
	await tx.update(attempts).set({ questions, total }).where(eq(attempts.id, id));
}

/** Every attempt of a learner at a test, the oldest first. */
export async function findAttemptsAtTests(reader: Reader, learnerId: string): Promise<Attempt[]> {
	return reader
		.select()
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), isNotNull(attempts.testId)))
		.orderBy(asc(attempts.startedAt), asc(attempts.id));
}

/** Open attempts whose time was over by then, some of them at a time. */
export async function findOverdue(reader: Reader, before: Date): Promise<{ id: string }[]> {
	return reader
		.select({ id: attempts.id })
		.from(attempts)
		.where(and(isNull(attempts.finishedAt), isNull(attempts.pausedAt), lt(attempts.closesAt, before)))
		.limit(200);
}

export async function moveAttempts(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(attempts).set({ learnerId: into }).where(eq(attempts.learnerId, from));
}

/** Every attempt of a learner as it is kept, with what was answered in each. */
export async function listWholeAttempts(reader: Reader, learnerId: string) {
	const own = eq(attempts.learnerId, learnerId);
	const given = await reader
		.select({ answer: answers })
		.from(answers)
		.innerJoin(attempts, eq(attempts.id, answers.attemptId))
		.where(own);
	return {
		attempts: await reader.select().from(attempts).where(own),
		answers: given.map(({ answer }) => answer)
	};
}

export async function moveAttempt(tx: Writer, id: string, learnerId: string): Promise<void> {
	await tx.update(attempts).set({ learnerId }).where(eq(attempts.id, id));
}

/** Takes away an unfinished attempt with its answers. */
export async function dropAttempt(tx: Writer, id: string): Promise<void> {
	await tx.delete(answers).where(eq(answers.attemptId, id));
	await tx.delete(attempts).where(eq(attempts.id, id));
}

export function findAnswers(reader: Reader, attemptId: string): Promise<Answer[]> {
	return answersOf(reader, { attemptId });
}

const answersOf = prepared('assess.answers', (reader: Reader, value: Named<'attemptId'>) =>
	reader
		.select()
		.from(answers)
		.where(eq(answers.attemptId, value('attemptId')))
);

/** How many questions of an attempt are answered. */
export async function countAnswers(reader: Reader, attemptId: string): Promise<number> {
	const [counted] = await answerCount(reader, { attemptId });
	return counted?.answered ?? 0;
}

const answerCount = prepared('assess.answer-count', (reader: Reader, value: Named<'attemptId'>) =>
	reader
		.select({ answered: count() })
		.from(answers)
		.where(eq(answers.attemptId, value('attemptId')))
);

/** From now on the attempt is one that somebody helped with. */
export async function markHelped(tx: Writer, attemptId: string): Promise<void> {
	await tx.update(attempts).set({ helped: true }).where(eq(attempts.id, attemptId));
}

/** Keeps an answer in place of an earlier one to the same question. */
export async function keepAnswer(tx: Writer, answer: Answer): Promise<void> {
	await answerKept(tx, answer);
}

const answerKept = prepared('assess.keep-answer', (tx: Writer, value: Named<keyof Answer>) =>
	tx
		.insert(answers)
		.values(rowOf(answers, value))
		.onConflictDoUpdate({ target: [answers.attemptId, answers.questionId], set: asItCame(answers) })
);

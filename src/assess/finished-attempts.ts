import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Catalog } from '../catalog/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { pointsOf } from './grading.ts';
import { findAnswers, findAttempt, type Attempt } from './queries.ts';
import { attempts } from './tables.ts';

/** A finished attempt that counts, as other rooms judge it: nobody declared it void. */
export interface FinishedAttempt extends Pick<
	Attempt,
	'id' | 'learnerId' | 'courseId' | 'testId' | 'total' | 'passPercent' | 'level' | 'helped' | 'assurance'
> {
	readonly score: number;
	readonly passed: boolean;
	readonly finishedAt: Date;
}

/** What a learner finished, quizzes and tests, the earliest first. */
export async function findFinished(reader: Reader, learnerId: string): Promise<FinishedAttempt[]> {
	const { id, courseId, testId, total, passPercent, level, helped, assurance, score, passed, finishedAt } = attempts;
	const rows = await reader
		.select({ id, courseId, testId, total, passPercent, level, helped, assurance, score, passed, finishedAt })
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), isNotNull(finishedAt), isNull(attempts.voidReason)))
		.orderBy(asc(finishedAt), asc(id));
	return rows.flatMap(({ score, finishedAt, passed, ...rest }) =>
		score === null || finishedAt === null ? [] : [{ ...rest, learnerId, score, finishedAt, passed: passed === true }]
	);
}

/** What these learners finished of these courses (`course`) and tests (`test:<id>`) and what counts, the earliest first. */
export async function listFinishedOf(
	reader: Reader,
	{ learnerIds, subjects }: { learnerIds: readonly string[]; subjects: readonly string[] }
): Promise<(FinishedAttempt & { startedAt: Date })[]> {
	if (learnerIds.length === 0 || subjects.length === 0) return [];
	const { id, learnerId, courseId, testId, total, passPercent, level, helped, assurance } = attempts;
	const { score, passed, startedAt, finishedAt } = attempts;
	const kept = { id, learnerId, courseId, testId, total, passPercent, level, helped, assurance };
	const rows = await reader
		.select({ ...kept, score, passed, startedAt, finishedAt })
		.from(attempts)
		.where(
			and(
				inArray(learnerId, [...learnerIds]),
				inArray(courseId, [...subjects]),
				isNotNull(finishedAt),
				isNull(attempts.voidReason)
			)
		)
		.orderBy(asc(finishedAt), asc(id));
	return rows.flatMap(({ score, finishedAt, passed, ...rest }) =>
		score === null || finishedAt === null ? [] : [{ ...rest, score, finishedAt, passed: passed === true }]
	);
}

/** A question of an attempt: which skill it trains, and what its answer is worth in thousandths. */
export interface SkillPoints {
	readonly skill: string;
	readonly points: number;
}

/** What each question of an attempt came to; what was not answered is worth nothing, a question that is lost is left out. */
export async function findSkillPoints(reader: Reader, catalog: Catalog, attemptId: string): Promise<SkillPoints[]> {
	const [attempt, answers] = await Promise.all([findAttempt(reader, attemptId), findAnswers(reader, attemptId)]);
	const points = new Map(answers.map((answer) => [answer.questionId, pointsOf(answer)]));
	return (attempt?.questions ?? []).flatMap(({ questionId, hash }) => {
		const question = catalog.questionByHash(hash, 'vi');
		return question ? [{ skill: question.skill, points: points.get(questionId) ?? 0 }] : [];
	});
}

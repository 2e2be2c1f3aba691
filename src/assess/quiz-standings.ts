import type { QuizStanding } from '../learn/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { findAllAttempts, findAttempt, type Attempt } from './queries.ts';

type Kept = Awaited<ReturnType<typeof findAllAttempts>>[number];

/** How a learner stands in the quiz of each course she has begun one of: what `learn` asks of this room. */
export async function findQuizStandings(reader: Reader, learnerId: string): Promise<Map<string, QuizStanding>> {
	const byCourse = new Map<string, Kept[]>();
	const all = await findAllAttempts(reader, learnerId);
	for (const attempt of all.filter(({ purpose }) => purpose === 'quiz'))
		byCourse.set(attempt.courseId, [...(byCourse.get(attempt.courseId) ?? []), attempt]);
	return new Map([...byCourse].map(([courseId, attempts]) => [courseId, standing(attempts)]));
}

function standing(attempts: readonly Kept[]): QuizStanding {
	const best = bestOf(attempts);
	const passed = bestOf(attempts.filter((attempt) => attempt.passed));
	const open = attempts.find((attempt) => attempt.finishedAt === null);
	return {
		best: best && { score: best.score ?? 0, total: best.total, passed: best.passed ?? false },
		openAttempt: open ? { id: open.id, startedAt: open.startedAt } : null,
		passedAttemptId: passed?.id ?? null,
		touchedAt: new Date(Math.max(...attempts.map((each) => (each.finishedAt ?? each.startedAt).getTime())))
	};
}

/** The finished attempt with the largest share of right answers; of equals one that passed, then the earliest. */
function bestOf(attempts: readonly Kept[]): Kept | null {
	const worth = ({ score, total, passed }: Kept) => (score ?? 0) / Math.max(total, 1) + (passed ? 0.001 : 0);
	return attempts
		.filter((attempt) => attempt.finishedAt !== null)
		.reduce<Kept | null>((best, each) => (best && worth(best) >= worth(each) ? best : each), null);
}

/** A passed attempt, as a completion record tells of it. */
export type PassedAttempt = Pick<
	Attempt,
	'id' | 'learnerId' | 'courseId' | 'courseHash' | 'courseVersion' | 'total' | 'passPercent' | 'helped' | 'assurance'
> & { readonly score: number; readonly finishedAt: Date };

/** The attempt when it is finished and passed; whose it is, the caller checks. */
export async function findPassedAttempt(reader: Reader, attemptId: string): Promise<PassedAttempt | undefined> {
	const attempt = await findAttempt(reader, attemptId);
	if (!attempt?.passed || attempt.purpose !== 'quiz' || attempt.finishedAt === null || attempt.score === null)
		return undefined;
	const { score, finishedAt, ...rest } = attempt;
	const { id, learnerId, courseId, courseHash, courseVersion, total, passPercent, helped, assurance } = rest;
	return {
		id,
		learnerId,
		courseId,
		courseHash,
		courseVersion,
		total,
		passPercent,
		helped,
		assurance,
		score,
		finishedAt
	};
}

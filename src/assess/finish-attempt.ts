import type { AssessHouse, TakingActor } from './assess-house.ts';
import { getOwnAttempt } from './attempt-questions.ts';
import { pointsOf, scoreOf } from './grading.ts';
import { recountLater } from './items/queries.ts';
import { closeAttempt, findAnswers } from './queries.ts';
import { unanswered } from './refusals.ts';
import type { AttemptResult } from './schemas.ts';
import { viewResult } from './view-result.ts';

/**
 * Closes an attempt and tells its result; finishing again tells the same result. What is not answered counts as wrong
 * and is only accepted with `finishUnanswered`. A passed quiz is the fact `assess.passed`, recorded once, with the
 * result. Refuses with `assess.no-such-attempt` or `assess.unanswered`.
 */
export async function finishAttempt(
	house: AssessHouse,
	actor: TakingActor,
	{ attemptId, finishUnanswered }: { attemptId: string; finishUnanswered: boolean }
): Promise<AttemptResult> {
	await house.store.transact(async (tx) => {
		const attempt = await getOwnAttempt(tx, actor, attemptId);
		if (attempt.finishedAt) return;
		const answers = await findAnswers(tx, attemptId);
		const count = attempt.total - answers.length;
		if (count > 0 && !finishUnanswered) throw unanswered({ values: { count }, extra: { count } });
		const { score, passed } = scoreOf(answers.map(pointsOf), attempt.total, attempt.passPercent);
		await closeAttempt(tx, attemptId, { finishedAt: house.clock.now(), score, passed });
		await recountLater(tx, [attempt.learnerId]);
		if (passed) {
			const { learnerId, courseId } = attempt;
			await house.facts.record(tx, 'assess.passed', { attemptId, learnerId, courseId });
		}
	});
	return viewResult(house, actor, attemptId);
}

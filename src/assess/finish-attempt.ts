import type { AssessHouse, TakingActor } from './assess-house.ts';
import { getOwnAttempt } from './attempt-questions.ts';
import { countAnswers } from './queries.ts';
import { unanswered } from './refusals.ts';
import type { AttemptResult } from './schemas.ts';
import { isTimeOver } from './tests/clock.ts';
import { close } from './tests/settle.ts';
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
		const answered = await countAnswers(tx, attemptId);
		const count = attempt.total - answered;
		const over = isTimeOver(attempt, house.clock.now());
		if (count > 0 && !finishUnanswered && !over) throw unanswered({ values: { count }, extra: { count } });
		const finishedAt = (over && attempt.closesAt) || house.clock.now();
		const { passed } = await close(tx, house, { attempt, finishedAt });
		if (passed && attempt.purpose === 'quiz') {
			const { learnerId, courseId } = attempt;
			await house.facts.record(tx, 'assess.passed', { attemptId, learnerId, courseId });
		}
	});
	return viewResult(house, actor, attemptId);
}

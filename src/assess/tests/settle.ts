import type { Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { pointsOf, scoreOf } from '../grading.ts';
import { recountLater } from '../items/queries.ts';
import { closeAttempt, findAnswers, findAttempt, type Answer, type Attempt } from '../queries.ts';
import { noteMissesOf } from '../review/note-misses.ts';
import { isTimeOver } from './clock.ts';
import { estimateOf } from './measure.ts';

/** What an attempt came to, for keeping. */
function outcomeOf(
	attempt: Attempt,
	answers: readonly Answer[],
	levels: readonly { percent: number }[]
): Pick<Attempt, 'score' | 'passed' | 'level' | 'ability' | 'abilityError'> & { score: number; passed: boolean } {
	const points = answers.map(pointsOf);
	const { score, passed } = scoreOf(points, attempt.total, attempt.passPercent);
	const estimate = estimateOf(attempt, answers);
	const attained = levels.filter(({ percent }) => scoreOf(points, attempt.total, percent).passed).length;
	return {
		...{ score, passed },
		level: levels.length > 0 ? attained : null,
		ability: estimate && Math.round(estimate.ability * 1000),
		abilityError: estimate && Math.round(estimate.error * 1000)
	};
}

/**
 * Closes an open attempt in the transaction at hand; what was missed in it comes back for review. A test is the fact
 * `assess.test-finished`.
 */
export async function close(
	tx: Writer,
	{ catalog, facts }: Pick<AssessHouse, 'catalog' | 'facts'>,
	{ attempt, finishedAt }: { attempt: Attempt; finishedAt: Date }
): Promise<{ passed: boolean }> {
	const levels = attempt.testId === null ? [] : (catalog.test(attempt.testId)?.levels ?? []);
	const answers = await findAnswers(tx, attempt.id);
	const outcome = outcomeOf(attempt, answers, levels);
	await closeAttempt(tx, attempt.id, { finishedAt, ...outcome });
	await noteMissesOf(tx, catalog, { attempt, answers, finishedAt });
	await recountLater(tx, [attempt.learnerId]);
	if (attempt.testId !== null) await facts.record(tx, 'assess.test-finished', { attemptId: attempt.id });
	return { passed: outcome.passed };
}

/** Ends an attempt whose time is over, with what was answered by then; anything else stays as it is. */
export async function settle(house: AssessHouse, attemptId: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const attempt = await findAttempt(tx, attemptId);
		if (!attempt?.closesAt || attempt.finishedAt || !isTimeOver(attempt, house.clock.now())) return;
		await close(tx, house, { attempt, finishedAt: attempt.closesAt });
	});
}

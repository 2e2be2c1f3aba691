import type { Catalog } from '../../catalog/index.ts';
import type { Miss } from '../../learn/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { Answer, Attempt } from '../queries.ts';
import { keepMiss, keepMisses } from './queries.ts';
import { reviewedQuestion } from './reviewed-question.ts';
import { missed } from './schedule.ts';

/** Keeps that a question was missed, in the transaction at hand: it is asked again from the next day on. */
export async function noteMiss(tx: Writer, { learnerId, questionId, at }: Miss): Promise<void> {
	await keepMiss(tx, { learnerId, questionId, ...missed(dayInVietNam(at)) });
}

/**
 * Keeps what was missed in an attempt that is being closed. Not of a placement, which asks what nobody has taught her
 * yet and leads to the lessons instead; not of an attempt that does not count, which may be somebody else's; and of no
 * question that was left out.
 */
export async function noteMissesOf(
	tx: Writer,
	catalog: Catalog,
	{ attempt, answers, finishedAt }: { attempt: Attempt; answers: readonly Answer[]; finishedAt: Date }
): Promise<void> {
	const { learnerId, purpose, voidReason } = attempt;
	if (purpose === 'placement' || voidReason !== null) return;
	const wrong = answers.filter(({ questionId, correct }) => !correct && reviewedQuestion(catalog, questionId, 'vi'));
	const card = missed(dayInVietNam(finishedAt));
	await keepMisses(
		tx,
		wrong.map(({ questionId }) => ({ learnerId, questionId, ...card }))
	);
}

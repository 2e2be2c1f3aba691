import type { AssessHouse, TakingActor } from './assess-house.ts';
import { getDrawn, getOwnAttempt } from './attempt-questions.ts';
import { grade } from './grading.ts';
import { countAnswers, keepAnswer, markHelped } from './queries.ts';
import { attemptClosed, noSuchOption, questionNotAsked } from './refusals.ts';
import type { KeptAnswer } from './schemas.ts';

export interface SubmittedAnswer {
	readonly attemptId: string;
	readonly questionId: string;
	readonly optionId: string;
}

/**
 * Keeps an answer and grades it in silence; answering again replaces it while the attempt is open, and the same answer
 * sent twice is one. One answer given together with a helper marks the whole attempt. Refuses with `assess.no-such-attempt`, `assess.attempt-closed`, `assess.question-not-asked` or
 * `assess.no-such-option`.
 */
export async function submitAnswer(
	house: AssessHouse,
	actor: TakingActor,
	{ attemptId, questionId, optionId }: SubmittedAnswer
): Promise<KeptAnswer> {
	return house.store.transact(async (tx) => {
		const attempt = await getOwnAttempt(tx, actor, attemptId);
		if (attempt.finishedAt) throw attemptClosed();
		const drawn = attempt.questions.find((each) => each.questionId === questionId);
		if (!drawn) throw questionNotAsked();
		const correct = grade(await getDrawn(house, tx, { drawn, lang: 'vi' }), optionId);
		if (correct === null) throw noSuchOption({ fields: [{ field: 'optionId', code: 'assess.no-such-option' }] });
		if (actor.card?.helpedBy && attempt.helped !== true) await markHelped(tx, attemptId);
		await keepAnswer(tx, { attemptId, questionId, optionId, correct, answeredAt: house.clock.now() });
		return { answer: optionId, answered: await countAnswers(tx, attemptId), total: attempt.total };
	});
}

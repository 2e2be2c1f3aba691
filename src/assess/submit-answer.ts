import type { AssessHouse, TakingActor } from './assess-house.ts';
import { getDrawn, getOwnAttempt } from './attempt-questions.ts';
import type { Response } from '../catalog/index.ts';
import { grade, isFilledIn } from './grading.ts';
import { countAnswers, keepAnswer, markHelped, type Answer } from './queries.ts';
import { attemptClosed, noSuchOption, nothingChosen, questionNotAsked } from './refusals.ts';
import type { KeptAnswer } from './schemas.ts';

export interface SubmittedAnswer {
	readonly attemptId: string;
	readonly questionId: string;
	readonly response: Response;
}

/**
 * Keeps an answer and grades it in silence; answering again replaces it while the attempt is open, and the same answer
 * sent twice is one. One answer given together with a helper marks the whole attempt. Refuses with
 * `assess.no-such-attempt`, `assess.attempt-closed`, `assess.question-not-asked`, `assess.nothing-chosen` or
 * `assess.no-such-option`.
 */
export async function submitAnswer(
	house: AssessHouse,
	actor: TakingActor,
	{ attemptId, questionId, response }: SubmittedAnswer
): Promise<KeptAnswer> {
	return house.store.transact(async (tx) => {
		const attempt = await getOwnAttempt(tx, actor, attemptId);
		if (attempt.finishedAt) throw attemptClosed();
		const drawn = attempt.questions.find((each) => each.questionId === questionId);
		if (!drawn) throw questionNotAsked();
		if (!isFilledIn(response)) throw nothingChosen({ fields: [{ field: 'response', code: 'assess.nothing-chosen' }] });
		const verdict = grade(await getDrawn(house, tx, { drawn, lang: actor.lang }), response);
		if (verdict === null) throw noSuchOption({ fields: [{ field: 'response', code: 'assess.no-such-option' }] });
		if (actor.card?.helpedBy && attempt.helped !== true) await markHelped(tx, attemptId);
		const kept = { attemptId, questionId, ...keptAs(response), ...verdict, answeredAt: house.clock.now() };
		await keepAnswer(tx, kept);
		return { response, answered: await countAnswers(tx, attemptId), total: attempt.total };
	});
}

/** The one option that was chosen is kept as such, as it always was. */
function keptAs(response: Response): Pick<Answer, 'optionId' | 'response'> {
	const [option, ...more] = response.option ?? [];
	const single = option !== undefined && more.length === 0 && Object.keys(response).length === 1;
	return single ? { optionId: option, response: null } : { optionId: '', response };
}

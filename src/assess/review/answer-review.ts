import { questionType, type Question, type Response } from '../../catalog/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse, TakingActor } from '../assess-house.ts';
import { asked } from '../attempt-questions.ts';
import { lessonOf } from '../lesson-of.ts';
import { verdictOn } from '../verdict-on.ts';
import { orderOf } from './ask-review.ts';
import { findDue } from './due.ts';
import { findCard, findQuestionsInHand, keepCard, type ReviewCard } from './queries.ts';
import { inHand, notDue, notInReview } from './refusals.ts';
import { reviewedQuestion } from './reviewed-question.ts';
import { afterAnswer, isDue } from './schedule.ts';
import type { ReviewVerdict } from './schemas.ts';

export interface ReviewAnswer {
	readonly questionId: string;
	/** Null where she says that she does not know. */
	readonly response: Response | null;
}

/**
 * Grades an answer to a question that is due, says when it comes back, and explains it at once. It counts once: answered
 * again on the same day (two presses, another phone), it is only explained again. Refuses with `assess.not-in-review`,
 * `assess.not-due`, `assess.in-hand`, `assess.nothing-chosen` or `assess.no-such-option`.
 */
export async function answerReview(
	house: AssessHouse,
	actor: TakingActor,
	{ questionId, response }: ReviewAnswer
): Promise<ReviewVerdict> {
	const { learnerId, lang } = actor;
	const { question, verdict, card, counted, standing } = await house.store.transact(async (tx) => {
		const question = reviewedQuestion(house.catalog, questionId, lang);
		const before = await findCard(tx, learnerId, questionId);
		if (!question || !before) throw notInReview();
		const counted = await mayBeTold(tx, house, before);
		const verdict = verdictOn(question, response);
		const card = counted ? answered(house, before, verdict.correct) : before;
		if (counted) await keepCard(tx, card);
		const { standing } = await findDue(house, tx, learnerId);
		return { question, verdict, card, counted, standing };
	});
	const told = explained(house, question, { actor, response, verdict });
	const sittingOver = standing.questions === 0 || standing.answered === 0;
	return { counted, againOn: card.dueOn, question: told, sittingOver, standing };
}

/** Whether the answer counts; refuses where its key is not due. */
async function mayBeTold(tx: Writer, { clock }: AssessHouse, card: ReviewCard): Promise<boolean> {
	const today = dayInVietNam(clock.now());
	const counts = isDue(card, today);
	if (!counts && card.answeredOn !== today) throw notDue();
	if ((await findQuestionsInHand(tx, card.learnerId)).has(card.questionId)) throw inHand();
	return counts;
}

function answered({ clock, catalog }: AssessHouse, card: ReviewCard, right: boolean): ReviewCard {
	const { retireAfterDays } = catalog.rules().review;
	return { ...card, ...afterAnswer(card, { right, on: dayInVietNam(clock.now()), retireAfterDays }) };
}

interface Graded {
	readonly actor: TakingActor;
	readonly response: Response | null;
	readonly verdict: { points: number; correct: boolean };
}

function explained(house: AssessHouse, question: Question, { actor, response, verdict }: Graded) {
	const { lang } = actor;
	const given = { order: orderOf(question, actor), lang, response: response ?? {} };
	return {
		...asked(question, lang),
		fields: questionType(question.type).review(question, given),
		answered: response !== null,
		correct: verdict.correct,
		points: verdict.points / 1000,
		lesson: lessonOf(house, { question, lang })
	};
}

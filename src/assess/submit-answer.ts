import { isDeepStrictEqual } from 'node:util';
import type { Question, Response } from '../catalog/index.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { AssessHouse, TakingActor } from './assess-house.ts';
import { getDrawn, getOwnAttempt } from './attempt-questions.ts';
import { keptAs, responseOf } from './grading.ts';
import {
	addQuestions,
	countAnswers,
	findAnswers,
	keepAnswer,
	markHelped,
	type Answer,
	type Attempt
} from './queries.ts';
import { attemptClosed, questionNotAsked } from './refusals.ts';
import type { KeptAnswer } from './schemas.ts';
import { isPaused, isTimeOver } from './tests/clock.ts';
import { isFollowedUp } from './tests/growing.ts';
import { drawAfter } from './tests/draw-after.ts';
import { answerFixed, paused, timeOver } from './tests/refusals.ts';
import { verdictOn } from './verdict-on.ts';

export interface SubmittedAnswer {
	readonly attemptId: string;
	readonly questionId: string;
	/** Null where she says that she does not know. */
	readonly response: Response | null;
}

/**
 * Keeps an answer and grades it in silence; answering again replaces it while the attempt is open, and the same answer
 * sent twice is one. In a test more questions may follow from it, and its verdict is told where the test says so; such an
 * answer stays. One answer given together with a helper marks the whole attempt. Refuses with `assess.no-such-attempt`,
 * `assess.attempt-closed`, `assess.time-over`, `assess.paused`, `assess.question-not-asked`, `assess.answer-fixed`,
 * `assess.nothing-chosen` or `assess.no-such-option`.
 */
export async function submitAnswer(
	house: AssessHouse,
	actor: TakingActor,
	submitted: SubmittedAnswer
): Promise<KeptAnswer> {
	const { attemptId, questionId, response } = submitted;
	return house.store.transact(async (tx) => {
		const attempt = await getOpenAttempt(tx, house, { actor, attemptId });
		const drawn = attempt.questions.find((each) => each.questionId === questionId);
		if (!drawn) throw questionNotAsked();
		if (await isFixed(tx, house, { attempt, submitted })) throw answerFixed();
		const question = await getDrawn(house, tx, { drawn, lang: actor.lang });
		const kept = { attemptId, questionId, ...graded(question, response), answeredAt: house.clock.now() };
		if (actor.card?.helpedBy && attempt.helped !== true) await markHelped(tx, attemptId);
		await keepAnswer(tx, kept);
		const answered = await countAnswers(tx, attemptId);
		const total = await grow(tx, house, { attempt, answered });
		return { response: response ?? {}, answered, total };
	});
}

/** What is kept of a response: what was filled in, and what it is worth. */
function graded(
	question: Question,
	response: Response | null
): Pick<Answer, 'optionId' | 'response' | 'points' | 'correct'> {
	const verdict = verdictOn(question, response);
	return response === null ? { optionId: '', response: {}, ...verdict } : { ...keptAs(response), ...verdict };
}

async function getOpenAttempt(
	tx: Writer,
	{ clock }: AssessHouse,
	{ actor, attemptId }: { actor: TakingActor; attemptId: string }
): Promise<Attempt> {
	const attempt = await getOwnAttempt(tx, actor, attemptId);
	if (attempt.finishedAt) throw attemptClosed();
	if (isPaused(attempt, clock.now())) throw paused();
	if (isTimeOver(attempt, clock.now())) throw timeOver();
	return attempt;
}

/**
 * Whether an answer can't be another one any more: further questions were chosen by it, or its verdict was told. The same
 * answer once more is no change: it may only have been sent again.
 */
async function isFixed(
	tx: Writer,
	{ catalog }: AssessHouse,
	{ attempt, submitted }: { attempt: Attempt; submitted: SubmittedAnswer }
): Promise<boolean> {
	const test = attempt.testId === null ? null : catalog.test(attempt.testId);
	if (!test || (test.way === 'form' && test.feedback === 'end')) return false;
	const given = await findAnswers(tx, attempt.id);
	const earlier = given.find(({ questionId }) => questionId === submitted.questionId);
	if (!earlier || isDeepStrictEqual(responseOf(earlier), submitted.response ?? {})) return false;
	return test.feedback === 'at-once' || isFollowedUp(test, attempt.questions, submitted.questionId);
}

/** Draws what follows, and returns how many questions there are now. */
async function grow(
	tx: Writer,
	house: AssessHouse,
	{ attempt, answered }: { attempt: Attempt; answered: number }
): Promise<number> {
	if (attempt.testId === null || answered < attempt.total) return attempt.total;
	const next = await drawAfter(tx, house, { attempt, answers: await findAnswers(tx, attempt.id) });
	if (next.length === 0) return attempt.total;
	const questions = [...attempt.questions, ...next];
	await addQuestions(tx, attempt.id, { questions, total: questions.length });
	return questions.length;
}

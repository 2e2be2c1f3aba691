import { questionType, type Question, type Test } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Lang } from '../platform/messages/index.ts';
import type { AssessHouse } from './assess-house.ts';
import { aboutAttempt, asked, getDrawn, getOwnAttempt } from './attempt-questions.ts';
import { pointsOf, responseOf } from './grading.ts';
import { findAnswers, type Answer, type Attempt } from './queries.ts';
import type { AttemptView } from './schemas.ts';
import type { DrawnQuestion } from './tables.ts';
import { isTimeOver, minutesLeft } from './tests/clock.ts';
import { isFollowedUp } from './tests/growing.ts';
import { settle } from './tests/settle.ts';

type Shown = AttemptView['questions'][number];

/**
 * The actor's attempt with what she has answered so far, never with a key that is not due. One whose time is over is
 * finished. Refuses with `assess.no-such-attempt`.
 */
export async function viewAttempt(house: AssessHouse, actor: Actor, id: string): Promise<AttemptView> {
	const attempt = await getOwnAttempt(house.store.read, actor, id);
	if (attempt.finishedAt || !isTimeOver(attempt, house.clock.now())) return attemptView(house, attempt, actor.lang);
	await settle(house, id);
	return attemptView(house, await getOwnAttempt(house.store.read, actor, id), actor.lang);
}

/** An attempt as its learner sees it while it lasts. */
export async function attemptView(house: AssessHouse, attempt: Attempt, lang: Lang): Promise<AttemptView> {
	const { read } = house.store;
	const given = new Map((await findAnswers(read, attempt.id)).map((each) => [each.questionId, each]));
	const test = attempt.testId === null ? null : house.catalog.test(attempt.testId);
	const questions: Shown[] = [];
	// While the clock stands, nobody reads on.
	for (const drawn of attempt.pausedAt && !attempt.finishedAt ? [] : attempt.questions) {
		const question = await getDrawn(house, read, { drawn, lang });
		questions.push(shown(question, { attempt, drawn, test, answer: given.get(question.id), lang }));
	}
	return {
		id: attempt.id,
		...aboutAttempt(house, attempt, lang),
		questions,
		answered: given.size,
		total: attempt.total,
		...wayOf(test, attempt.total),
		...timesOf(attempt, house.clock.now())
	};
}

/** How it is asked; a course's quiz as a form that tells at the end. */
function wayOf(test: Test | null, total: number) {
	const grows = test !== null && test.way !== 'form';
	return {
		most: grows ? Math.max(test.questions, total) : total,
		allOnOnePage: test?.page === 'all' && !grows,
		answersStay: grows || test?.feedback === 'at-once'
	};
}

function timesOf(attempt: Attempt, now: Date) {
	return {
		startedAt: attempt.startedAt.toISOString(),
		finishedAt: attempt.finishedAt?.toISOString() ?? null,
		closesAt: attempt.closesAt?.toISOString() ?? null,
		minutesLeft: minutesLeft(attempt, now),
		paused: attempt.pausedAt !== null && attempt.finishedAt === null
	};
}

interface Circumstances {
	readonly attempt: Attempt;
	readonly drawn: DrawnQuestion;
	readonly test: Test | null;
	readonly answer: Answer | undefined;
	readonly lang: Lang;
}

/** What a question asks, without its key; with it once it was answered, where the test tells each answer at once. */
function shown(question: Question, { attempt, drawn, test, answer, lang }: Circumstances): Shown {
	const type = questionType(question.type);
	const order = drawn.optionOrder;
	const response = answer ? responseOf(answer) : null;
	const told = test?.feedback === 'at-once' ? answer : undefined;
	return {
		...asked(question, lang),
		response,
		fields: type.fields(question, order, lang),
		fixed:
			told !== undefined ||
			(answer !== undefined && test !== null && isFollowedUp(test, attempt.questions, question.id)),
		review: told
			? {
					fields: type.review(question, { order, lang, response: response ?? {} }),
					correct: told.correct,
					points: pointsOf(told) / 1000
				}
			: null
	};
}

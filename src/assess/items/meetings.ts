import { questionType, type Question } from '../../catalog/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { pointsOf, responseOf } from '../grading.ts';
import type { Answer, Attempt } from '../queries.ts';
import type { Meeting } from './counters.ts';

/** A finished attempt as far as counting looks at it. */
export type FinishedAttempt = Pick<Attempt, 'id' | 'questions' | 'startedAt' | 'testId' | 'voidReason'> & {
	readonly finishedAt: Date;
};

/** Nobody reads and answers within a second: such answers came together, on paper or from a phone without signal. */
const togetherMs = 1_000;

/**
 * How its learner met a question of an attempt. The rest score is her share of the points of the attempt's other
 * questions, in whole percent, where what was left out is worth nothing, as in her result: the question itself is not
 * in it. The time is that from the answer before (or the beginning) to this one, by the last time each was answered;
 * it is unknown where the answer came within a second of the one before.
 */
export function meetingOf(
	attempt: FinishedAttempt,
	answers: readonly Answer[],
	question: Pick<Question, 'id'> & Parameters<typeof chosenIn>[0]
): Meeting {
	const day = dayInVietNam(attempt.finishedAt);
	const answer = answers.find(({ questionId }) => questionId === question.id);
	if (!answer) return { day, answer: null };
	const chosen = chosenIn(question, answer);
	const rest = restOf(attempt, answers, question.id);
	return { day, answer: { points: pointsOf(answer), rest, seconds: secondsOf(attempt, answers, answer), chosen } };
}

function restOf({ questions }: FinishedAttempt, answers: readonly Answer[], questionId: string): number | null {
	const others = questions.length - 1;
	if (others < 1) return null;
	const points = answers
		.filter((each) => each.questionId !== questionId)
		.reduce((sum, each) => sum + pointsOf(each), 0);
	return Math.round(points / others / 10);
}

function secondsOf({ startedAt }: FinishedAttempt, answers: readonly Answer[], answer: Answer): number | null {
	const earlier = answers.filter((each) => each !== answer && each.answeredAt <= answer.answeredAt);
	const since = Math.max(startedAt.getTime(), ...earlier.map(({ answeredAt }) => answeredAt.getTime()));
	const took = answer.answeredAt.getTime() - since;
	return took < togetherMs ? null : Math.floor(took / 1_000);
}

/** What was chosen, by field and option, and which written fields were right. What was written itself is not kept. */
function chosenIn(question: Pick<Question, 'type' | 'stem' | 'options' | 'key'>, answer: Answer): string[] {
	const type = questionType(question.type);
	const response = responseOf(answer);
	const fields = type.fields(question, [], 'vi');
	const { right } = type.grade(question, response);
	return fields.flatMap(({ name, options }) => {
		if (options.length === 0) return right[name] ? [`${name}:`] : [];
		return (response[name] ?? []).filter((id) => options.some((each) => each.id === id)).map((id) => `${name}:${id}`);
	});
}

import { questionType } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import { say, type Lang } from '../platform/messages/index.ts';
import type { AssessHouse } from './assess-house.ts';
import { aboutAttempt, asked, getDrawn, getOwnAttempt } from './attempt-questions.ts';
import { pointsOf, responseOf, scoreOf, type Score } from './grading.ts';
import { lessonOf, type LessonLink } from './lesson-of.ts';
import { findAnswers, type Answer, type Attempt } from './queries.ts';
import { attemptOpen } from './refusals.ts';
import { findingsOf } from './tests/findings.ts';
import { settle } from './tests/settle.ts';
import type { AttemptResult } from './schemas.ts';

type Asked = AttemptResult['questions'][number];

/**
 * What came of a finished attempt, with the reason for every option and the lessons to read again. Refuses with
 * `assess.no-such-attempt`, and with `assess.attempt-open` before it is finished.
 */
export async function viewResult(house: AssessHouse, actor: Actor, id: string): Promise<AttemptResult> {
	const { read } = house.store;
	await settle(house, id);
	const attempt = await getOwnAttempt(read, actor, id);
	if (!attempt.finishedAt) throw attemptOpen();
	const answers = await findAnswers(read, id);
	const score = scoreOf(answers.map(pointsOf), attempt.total, attempt.passPercent);
	const questions = await explained(house, attempt, { answers, lang: actor.lang });
	const review = lessonsToReview(house, questions);
	return {
		id,
		...aboutAttempt(house, attempt, actor.lang),
		findings: await findingsOf(house, { attempt, answers, lang: actor.lang }),
		...score,
		finishedAt: attempt.finishedAt.toISOString(),
		message: messageOf(house, { score, attempt, review }, actor.lang),
		questions,
		review,
		recordOffer: score.passed && attempt.purpose === 'quiz'
	};
}

async function explained(
	house: AssessHouse,
	attempt: Attempt,
	{ answers, lang }: { answers: readonly Answer[]; lang: Lang }
): Promise<Asked[]> {
	const given = new Map(answers.map((answer) => [answer.questionId, answer]));
	const questions: Asked[] = [];
	for (const drawn of attempt.questions) {
		const question = await getDrawn(house, house.store.read, { drawn, lang });
		const answer = given.get(drawn.questionId);
		const type = questionType(question.type);
		const response = answer ? responseOf(answer) : {};
		questions.push({
			...asked(question, lang),
			fields: type.review(question, { order: drawn.optionOrder, lang, response }),
			answered: answer !== undefined,
			correct: answer?.correct ?? false,
			points: answer ? pointsOf(answer) / 1000 : 0,
			lesson: lessonOf(house, { question, lang })
		});
	}
	return questions;
}

/** The lessons of what was not right, in the order of their courses. */
function lessonsToReview({ catalog }: AssessHouse, questions: readonly Asked[]): LessonLink[] {
	const wrong = questions.filter((question) => !question.correct).flatMap(({ lesson }) => lesson ?? []);
	const inOrder = catalog.courseIds().flatMap((courseId) => catalog.lessonIds(courseId));
	return inOrder.flatMap((id) => wrong.find((lesson) => lesson.id === id) ?? []);
}

function messageOf(
	{ catalog }: AssessHouse,
	{ score, attempt, review }: { score: Score; attempt: Attempt; review: readonly LessonLink[] },
	lang: Lang
): string {
	const inOrder = catalog.lessonIds(attempt.courseId);
	const lessons = review.map(({ id }) => inOrder.indexOf(id) + 1);
	const values = { score: score.score, total: score.total, lessons: lessons.join(', '), count: lessons.length };
	if (attempt.testId !== null) return say(lang, 'assess.test-done', values);
	return say(lang, score.passed ? 'assess.passed' : 'assess.not-yet', values);
}

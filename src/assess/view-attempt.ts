import { questionType, type Question } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Lang } from '../platform/messages/index.ts';
import type { AssessHouse } from './assess-house.ts';
import { courseTitle, getDrawn, getOwnAttempt } from './attempt-questions.ts';
import { responseOf } from './grading.ts';
import { findAnswers, type Attempt } from './queries.ts';
import type { DrawnQuestion } from './tables.ts';
import type { AttemptView } from './schemas.ts';

/** The actor's attempt with what she has answered so far, never with a key. Refuses with `assess.no-such-attempt`. */
export async function viewAttempt(house: AssessHouse, actor: Actor, id: string): Promise<AttemptView> {
	return attemptView(house, await getOwnAttempt(house.store.read, actor, id), actor.lang);
}

/** An attempt as its learner sees it while it lasts. */
export async function attemptView(house: AssessHouse, attempt: Attempt, lang: Lang): Promise<AttemptView> {
	const { read } = house.store;
	const given = new Map((await findAnswers(read, attempt.id)).map((each) => [each.questionId, responseOf(each)]));
	const questions: AttemptView['questions'] = [];
	for (const drawn of attempt.questions) {
		const question = await getDrawn(house, read, { drawn, lang });
		questions.push({ ...asked(question, drawn, lang), response: given.get(question.id) ?? null });
	}
	return {
		id: attempt.id,
		courseId: attempt.courseId,
		courseTitle: courseTitle(house, attempt, lang),
		startedAt: attempt.startedAt.toISOString(),
		finishedAt: attempt.finishedAt?.toISOString() ?? null,
		questions,
		answered: given.size,
		total: attempt.total
	};
}

/** What a question asks, without its key. */
function asked(question: Question, { optionOrder }: DrawnQuestion, lang: Lang) {
	const type = questionType(question.type);
	const { id, stem } = question;
	return { id, type: type.name, stem, fields: type.fields(question, optionOrder, lang) };
}

import { questionType, type Question } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { AssessHouse } from '../assess-house.ts';
import { asked } from '../attempt-questions.ts';
import { seeded, shuffled } from '../random.ts';
import { findDue, nothingDue, type Due } from './due.ts';
import { reviewedQuestion } from './reviewed-question.ts';
import type { ReviewAsked } from './schemas.ts';

/** What there is for the actor to review now. Nothing is written. */
export async function dueFor(house: AssessHouse, { learnerId }: Actor): Promise<Due> {
	return learnerId === null ? nothingDue : findDue(house, house.store.read, learnerId);
}

/** The question that comes next, without its key; null where nothing is due. */
export async function askReview(house: AssessHouse, actor: Actor): Promise<Omit<ReviewAsked, 'whose'>> {
	const { standing, questionIds } = await dueFor(house, actor);
	const [next] = questionIds;
	const question = next === undefined ? null : reviewedQuestion(house.catalog, next, actor.lang);
	if (!question) return { ...standing, question: null };
	const fields = questionType(question.type).fields(question, orderOf(question, actor), actor.lang);
	return { ...standing, question: { ...asked(question, actor.lang), fields } };
}

/** In which order the options come: mixed, the same for one learner, so that the answer is explained as it was asked. */
export function orderOf(question: Question, { learnerId }: Pick<Actor, 'learnerId'>): string[] {
	return shuffled(questionType(question.type).shuffled(question), seeded(`${learnerId} ${question.id}`));
}

import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findDays, findQuestionsInHand } from './queries.ts';
import { reviewedQuestion } from './reviewed-question.ts';
import { isDue } from './schedule.ts';
import type { ReviewStanding } from './schemas.ts';

export interface Due {
	readonly standing: ReviewStanding;
	/** What may be asked now, the most overdue first. */
	readonly questionIds: readonly string[];
}

export const nothingDue: Due = { standing: { questions: 0, minutes: 0, answered: 0, nextOn: null }, questionIds: [] };

/**
 * What a learner may review now. A sitting is at most as many questions as the rules say; where she stands in it is told
 * from what she answered that day, so nothing is begun or handed in, and two phones are at the same place. One look at
 * the database where nothing is due, two otherwise.
 */
export async function findDue(house: AssessHouse, reader: Reader, learnerId: string): Promise<Due> {
	const today = dayInVietNam(house.clock.now());
	const days = await findDays(reader, learnerId, today);
	const there = days
		.filter(({ questionId, dueOn }) => dueOn !== null && reviewedQuestion(house.catalog, questionId, 'vi') !== null)
		.sort((a, b) => inOrder(a.dueOn, b.dueOn) || inOrder(a.questionId, b.questionId));
	const due = there.filter((card) => isDue(card, today));
	const inHand = due.length > 0 ? await findQuestionsInHand(reader, learnerId) : new Set<string>();
	const questionIds = due.flatMap(({ questionId }) => (inHand.has(questionId) ? [] : questionId));
	const { review } = house.catalog.rules();
	const answered = days.filter(({ answeredOn }) => answeredOn === today).length % review.questions;
	const questions = Math.min(questionIds.length, review.questions - answered);
	return {
		standing: {
			questions,
			minutes: Math.ceil((questions * review.secondsPerQuestion) / 60),
			answered,
			nextOn: there.find((card) => !isDue(card, today))?.dueOn ?? null
		},
		questionIds
	};
}

function inOrder(a: string | null, b: string | null): number {
	return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

import { isForLearnerHere, whoseLearning } from '../../identity/index.ts';
import { somebodyElses } from '../../learn/index.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { AssessHouse } from '../assess-house.ts';
import { taking } from '../taking.ts';
import { answerReview } from './answer-review.ts';
import { askReview, dueFor } from './ask-review.ts';
import { NewReviewAnswer, ReviewAsked, ReviewStanding, ReviewVerdict } from './schemas.ts';

const tags = ['assess'];

/** What was missed comes back after days: what is due, the next question, and its answer. */
export function reviewRoutes(api: TypedApi, house: AssessHouse): void {
	api.get(
		'/me/review',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'How much there is to review now, and when next', response: { 200: ReviewStanding } }
		},
		async ({ actor }) => (await dueFor(house, actor)).standing
	);
	api.get(
		'/me/review/question',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'The next question to review, without its key', response: { 200: ReviewAsked } }
		},
		async (request) => ({ ...(await askReview(house, request.actor)), whose: whoseLearning(house, request) })
	);
	api.post(
		'/me/review/answers',
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Answer a question that is due for review',
				body: NewReviewAnswer,
				response: { 200: ReviewVerdict }
			}
		},
		async (request) => {
			const { body } = request;
			if (!isForLearnerHere(house, request, body.whose)) throw somebodyElses();
			const response = 'response' in body ? body.response : null;
			return answerReview(house, taking(request), { questionId: body.questionId, response });
		}
	);
}

import type { FastifyPluginAsync } from 'fastify';
import type { Static } from 'typebox';
import type { Response } from '../catalog/index.ts';
import { ensureDeviceLearner, isForLearnerHere } from '../identity/index.ts';
import { somebodyElses } from '../learn/index.ts';
import { typed } from '../platform/http/api.ts';
import type { AssessHouse } from './assess-house.ts';
import { finishAttempt } from './finish-attempt.ts';
import { itemRoutes } from './items/routes.ts';
import {
	AnswerParams,
	AttemptParams,
	AttemptResult,
	AttemptView,
	CourseParams,
	Finish,
	KeptAnswer,
	NewAnswer,
	Nothing
} from './schemas.ts';
import { getQuiz, startAttempt } from './start-attempt.ts';
import { paperRoutes, type PeopleKnown } from './papers/routes.ts';
import { sittingRoutes } from './sittings/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { submitAnswer } from './submit-answer.ts';
import { taking } from './taking.ts';
import { testRoutes } from './tests/routes.ts';
import { viewAttempt } from './view-attempt.ts';
import { viewResult } from './view-result.ts';

const tags = ['assess'];
const learner = { access: 'learner' } as const;

/** Quizzes: beginning, answering, finishing, the result. No key leaves before an attempt is finished. */
export function assessRoutes(house: AssessHouse, people: PeopleKnown): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		api.post(
			'/courses/:courseId/attempts',
			{
				config: { access: 'public' },
				schema: {
					tags,
					summary: 'Begin a course’s quiz (201), or go on with the open one (200)',
					params: CourseParams,
					body: Nothing,
					response: { 200: AttemptView, 201: AttemptView }
				}
			},
			async (request, reply) => {
				const quiz = getQuiz(house, request.params.courseId);
				const learnerId = await ensureDeviceLearner(house, request, reply);
				const { attempt, resumed } = await startAttempt(house, { ...request.actor, learnerId }, quiz);
				return reply.code(resumed ? 200 : 201).send(attempt);
			}
		);
		attemptRoutes(app, house);
		finishRoutes(app, house);
		itemRoutes(api, house);
		testRoutes(api, house);
		reviewRoutes(api, house);
		sittingRoutes(api, house, people.nameHelped);
		paperRoutes(api, house, people);
	};
}

function attemptRoutes(app: Parameters<FastifyPluginAsync>[0], house: AssessHouse): void {
	const api = typed(app);
	api.get(
		'/attempts/:id',
		{
			config: learner,
			schema: { tags, summary: 'An attempt, without keys', params: AttemptParams, response: { 200: AttemptView } }
		},
		async ({ actor, params }) => viewAttempt(house, actor, params.id)
	);
	api.put(
		'/attempts/:id/answers/:questionId',
		{
			config: learner,
			schema: {
				tags,
				summary: 'Answer a question',
				params: AnswerParams,
				body: NewAnswer,
				response: { 200: KeptAnswer }
			}
		},
		async (request) => {
			const { id: attemptId, questionId } = request.params;
			const { body } = request;
			if (!isForLearnerHere(house, request, body.whose)) throw somebodyElses();
			return submitAnswer(house, taking(request), { attemptId, questionId, response: responseIn(body) });
		}
	);
}

function finishRoutes(app: Parameters<FastifyPluginAsync>[0], house: AssessHouse): void {
	const api = typed(app);
	api.post(
		'/attempts/:id/finish',
		{
			config: learner,
			schema: {
				tags,
				summary: 'Finish an attempt',
				params: AttemptParams,
				body: Finish,
				response: { 200: AttemptResult }
			}
		},
		async (request) => {
			const { params, body } = request;
			if (!isForLearnerHere(house, request, body?.whose)) throw somebodyElses();
			const finishUnanswered = body?.finishUnanswered ?? false;
			return finishAttempt(house, taking(request), { attemptId: params.id, finishUnanswered });
		}
	);
	api.get(
		'/attempts/:id/result',
		{
			config: learner,
			schema: {
				tags,
				summary: 'What came of a finished attempt',
				params: AttemptParams,
				response: { 200: AttemptResult }
			}
		},
		async ({ actor, params }) => viewResult(house, actor, params.id)
	);
}

function responseIn(body: Static<typeof NewAnswer>): Response | null {
	if ('dontKnow' in body) return null;
	return 'response' in body ? body.response : { option: [body.optionId] };
}

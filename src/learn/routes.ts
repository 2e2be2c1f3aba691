import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ensureDeviceLearner, forWhom, isForLearnerHere, whoseLearning } from '../identity/index.ts';
import { typed } from '../platform/http/api.ts';
import type { Asker } from '../platform/http/own-reads.ts';
import { answerCheckQuestion, getChoice, type Circumstances } from './answer-check-question.ts';
import { declareWay } from './declare-way.ts';
import { findDeviceLearning } from './find-device-learning.ts';
import { findOwnLesson } from './find-own-lesson.ts';
import { findNextStep, findProgress } from './find-progress.ts';
import type { LearnHouse, LearningActor } from './learn-house.ts';
import { openedAt, openingsIn, openingsStayUntil } from './openings.ts';
import { somebodyElses } from './refusals.ts';
import {
	CheckVerdict,
	DeviceLearning,
	LessonParams,
	LessonStanding,
	NewCheckAnswer,
	NewWay,
	NextStep,
	OwnLesson,
	Progress,
	Whose
} from './schemas.ts';

const tags = ['learn'];
const lessonPath = '/courses/:courseId/lessons/:lessonId';

/** Answering check questions, and how far somebody has come. */
export function learnRoutes(house: LearnHouse): FastifyPluginAsync {
	return async (app) => {
		answerRoute(app, house);
		lessonRoutes(app, house);
		ownRoutes(app, house);
		whoseRoute(app, house);
	};
}

type App = Parameters<FastifyPluginAsync>[0];

function answerRoute(app: App, house: LearnHouse): void {
	const api = typed(app);
	api.post(
		`${lessonPath}/answers`,
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Answer a check question',
				params: LessonParams,
				body: NewCheckAnswer,
				response: { 200: CheckVerdict }
			}
		},
		async (request, reply) => {
			const { params, body } = request;
			if (body.way === 'offline') await turnTo(house, request, body.whose);
			if (!isForLearnerHere(house, request, body.whose)) throw somebodyElses();
			const { actor } = request;
			const choice = getChoice(house.catalog, actor, { ...params, ...body });
			const circumstances = circumstancesOf(house, request, {
				lessonKey: `${params.courseId}/${params.lessonId}`,
				body
			});
			return answerCheckQuestion(house, await learning(house, request, reply), { choice, circumstances });
		}
	);
}

/** What waited without signal is hers in whose turn it was answered, as long as her card is open on this device. */
async function turnTo(house: LearnHouse, request: FastifyRequest, whose: string | undefined): Promise<void> {
	const actor = await forWhom(house, request, whose);
	if (actor) request.actor = actor;
}

function lessonRoutes(app: App, house: LearnHouse): void {
	const api = typed(app);
	api.post(
		`${lessonPath}/way`,
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Declare another way of learning',
				params: LessonParams,
				body: NewWay,
				response: { 200: LessonStanding }
			}
		},
		async (request, reply) => {
			const { params, body } = request;
			if (!isForLearnerHere(house, request, body.whose)) throw somebodyElses();
			return declareWay(house, await learning(house, request, reply), { ...params, way: body.way });
		}
	);
	api.get(
		`${lessonPath}/standing`,
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Where the reader stands in a lesson',
				params: LessonParams,
				response: { 200: OwnLesson }
			}
		},
		async ({ actor, params }) => findOwnLesson(house, actor, params)
	);
}

function ownRoutes(app: App, house: LearnHouse): void {
	const api = typed(app);
	const openings = ({ cookies }: Asker) => openingsIn(house.secrets, cookies['mo'], house.clock.now());
	const progress = async (asker: Asker): Promise<Progress> => {
		const { learner, ...rest } = await findProgress(house, asker.actor, openings(asker));
		return { ...rest, learner: { ...learner, whose: whoseLearning(house, asker) } };
	};
	api.get(
		'/me/progress',
		{
			config: {
				access: 'public',
				ownRead: {
					read: progress,
					restsOn: ({ cookies }) => [house.catalog.release(), cookies['mo']],
					staysUntil: ({ cookies }, now) => openingsStayUntil(house.secrets, cookies['mo'], now)
				}
			},
			schema: { tags, summary: 'How far the reader has come', response: { 200: Progress } }
		},
		progress
	);
	api.get(
		'/me/next',
		{ config: { access: 'public' }, schema: { tags, summary: 'The very next thing', response: { 200: NextStep } } },
		async (request) => findNextStep(house, request.actor, openings(request))
	);
	api.get(
		'/me/device-learning',
		{
			config: { access: 'account', deviceToo: true },
			schema: { tags, summary: 'Learning on this device that nobody has claimed', response: { 200: DeviceLearning } }
		},
		async ({ actor }) => findDeviceLearning(house, actor)
	);
}

function whoseRoute(app: App, house: LearnHouse): void {
	const api = typed(app);
	api.get(
		'/me/whose',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'The sign of whose learning this is, for a form to carry', response: { 200: Whose } }
		},
		async (request) => ({ whose: whoseLearning(house, request) })
	);
}

/** The actor with a learner: her own, or one made for this device by this first act. */
async function learning(house: LearnHouse, request: FastifyRequest, reply: FastifyReply): Promise<LearningActor> {
	const learnerId = await ensureDeviceLearner(house, request, reply);
	return { ...request.actor, learnerId };
}

function circumstancesOf(
	house: LearnHouse,
	{ cookies }: FastifyRequest,
	{ lessonKey, body }: { lessonKey: string; body: NewCheckAnswer }
): Circumstances {
	const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));
	return {
		way: body.way ?? 'online',
		sentAt: openedAt(house.secrets, cookies['mo'], { lessonKey, now: house.clock.now() }),
		device: { openedAt: instant(body.openedAt), answeredAt: instant(body.answeredAt) }
	};
}

import type { FastifyRequest } from 'fastify';
import { ensureDeviceLearner } from '../../identity/index.ts';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { AssessHouse } from '../assess-house.ts';
import { AttemptView } from '../schemas.ts';
import { closeSitting } from './close-sitting.ts';
import { sittingOfCode, type Guesser } from './code.ts';
import { joinSitting, refuseClosed } from './join-sitting.ts';
import type { NamesOf } from './names.ts';
import { openSitting } from './open-sitting.ts';
import { readDoor } from './read-door.ts';
import {
	Closing,
	CodeParams,
	Extension,
	Joining,
	NewSitting,
	One,
	SittingDoor,
	SittingList,
	SittingParams,
	SittingView,
	Void,
	Whom
} from './schemas.ts';
import { checkIdentity, declareVoid, extend, pause, resume } from './steer.ts';
import { supervisors } from './supervisors.ts';
import { readSittings, watchSitting } from './watch-sitting.ts';

const tags = ['assess'];
const keepers = { access: supervisors, showsPeople: true } as const;
const params = SittingParams;
const one = { 200: SittingView };

/** Supervised sittings: opening, watching, steering, closing; and the door by which learners come in. */
export function sittingRoutes(api: TypedApi, house: AssessHouse, nameHelped: NamesOf): void {
	const watch = ({ actor }: FastifyRequest, id: string) => watchSitting(house, actor, { id, nameHelped });
	api.get(
		'/sittings',
		{
			config: { access: supervisors },
			schema: { tags, summary: 'The latest supervised sittings within one’s places', response: { 200: SittingList } }
		},
		({ actor }) => readSittings(house, actor)
	);
	const open = 'Opens a supervised sitting (201); the same one sent twice within a minute is one (200)';
	api.post(
		'/sittings',
		{ config: keepers, schema: { tags, summary: open, body: NewSitting, response: { ...one, 201: SittingView } } },
		async (request, reply) => {
			const { id, made } = await openSitting(house, request.actor, request.body);
			return reply.code(made ? 201 : 200).send(await watch(request, id));
		}
	);
	const look = 'A sitting and where everybody is in it; no answers';
	api.get(
		'/sittings/:id',
		{ config: keepers, schema: { tags, summary: look, params, response: one } },
		async (request) => watch(request, request.params.id)
	);
	clockRoutes(api, house, watch);
	judgingRoutes(api, house, watch);
	doorRoutes(api, house, nameHelped);
}

type Watch = (request: FastifyRequest, id: string) => Promise<SittingView>;

/** The clock of one or of all. */
function clockRoutes(api: TypedApi, house: AssessHouse, watch: Watch): void {
	const stop = 'Stops the clock of one or of all';
	api.post(
		'/sittings/:id/pause',
		{ config: keepers, schema: { tags, summary: stop, params, body: Whom, response: one } },
		async (request) => {
			const { id } = request.params;
			await pause(house, request.actor, { ...request.body, sittingId: id });
			return watch(request, id);
		}
	);
	const go = 'Lets the clock of one or of all go on';
	api.post(
		'/sittings/:id/resume',
		{ config: keepers, schema: { tags, summary: go, params, body: Whom, response: one } },
		async (request) => {
			const { id } = request.params;
			await resume(house, request.actor, { ...request.body, sittingId: id });
			return watch(request, id);
		}
	);
	const more = 'Gives one or all more minutes, once for each key';
	api.post(
		'/sittings/:id/extensions',
		{ config: keepers, schema: { tags, summary: more, params, body: Extension, response: one } },
		async (request) => {
			const { id } = request.params;
			await extend(house, request.actor, { ...request.body, sittingId: id });
			return watch(request, id);
		}
	);
}

/** What a supervisor says of somebody, and the end of it. */
function judgingRoutes(api: TypedApi, house: AssessHouse, watch: Watch): void {
	const seen = 'Keeps that one saw somebody’s papers';
	api.post(
		'/sittings/:id/identity-checks',
		{ config: keepers, schema: { tags, summary: seen, params, body: One, response: one } },
		async (request) => {
			const { id } = request.params;
			await checkIdentity(house, request.actor, { ...request.body, sittingId: id });
			return watch(request, id);
		}
	);
	const away = 'Declares that an attempt does not count, with the reason that she reads';
	api.post(
		'/sittings/:id/voids',
		{ config: keepers, schema: { tags, summary: away, params, body: Void, response: one } },
		async (request) => {
			const { id } = request.params;
			await declareVoid(house, request.actor, { ...request.body, sittingId: id });
			return watch(request, id);
		}
	);
	const end = 'Closes a sitting: nobody can join; with `endAll` everybody’s attempt ends now';
	api.post(
		'/sittings/:id/closing',
		{ config: keepers, schema: { tags, summary: end, params, body: Closing, response: one } },
		async (request) => {
			const { id } = request.params;
			await closeSitting(house, request.actor, { id, endAll: request.body.endAll ?? false });
			return watch(request, id);
		}
	);
}

/** Coming in by the code, with an account, a card or neither. */
function doorRoutes(api: TypedApi, house: AssessHouse, nameHelped: NamesOf): void {
	const config = { access: 'public' } as const;
	const guesserOf = (request: FastifyRequest): Guesser => ({
		address: countedAddress(request, house.config),
		who: request.actor.accountId ?? request.actor.learnerId
	});
	const look = 'The sitting of a code, and whether one has joined it';
	api.get(
		'/sitting-codes/:code',
		{ config, schema: { tags, summary: look, params: CodeParams, response: { 200: SittingDoor } } },
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			const sitting = await sittingOfCode(house, guesserOf(request), request.params.code);
			return readDoor(house, request.actor, { sitting, nameHelped });
		}
	);
	const join = 'Begins the test of a sitting by its code (201), or goes on with what one began there (200)';
	const response = { 200: AttemptView, 201: AttemptView };
	api.post(
		'/sitting-codes/:code/attempts',
		{ config, schema: { tags, summary: join, params: CodeParams, body: Joining, response } },
		async (request, reply) => {
			const sitting = await sittingOfCode(house, guesserOf(request), request.params.code);
			refuseClosed(house, sitting, request.actor.learnerId !== null);
			const learnerId = await ensureDeviceLearner(house, request, reply);
			const actor = { ...request.actor, learnerId };
			const { attempt, resumed } = await joinSitting(house, actor, { sitting, name: request.body.name ?? '' });
			return reply.code(resumed ? 200 : 201).send(attempt);
		}
	);
}

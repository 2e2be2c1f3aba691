import type { FastifyPluginAsync } from 'fastify';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { attendanceRoutes } from './attendance-routes.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import { familyRoutes } from './families/routes.ts';
import { carriedRoutes } from './carried/routes.ts';
import { gapRoutes } from './gap-routes.ts';
import { doublesRoutes } from './doubles/routes.ts';
import { unionRoutes } from './doubles/union-routes.ts';
import { cardRoutes } from './helped/card-routes.ts';
import { helpedRoutes } from './helped/routes.ts';
import { readHoldingPlaces } from './holding-places.ts';
import { markRoutes } from './marks/routes.ts';
import { keepNextTime } from './next-time.ts';
import { photoRoutes } from './photos/routes.ts';
import { cancelClass, changeClass, planClass } from './plan-class.ts';
import { readClass, readClasses, readNearbyClasses } from './read-classes.ts';
import {
	ChangedClass,
	ClassList,
	ClassParams,
	ClassQuery,
	ClassView,
	HoldingPlaces,
	NearbyClasses,
	NearbyQuery,
	NewClass,
	NextTime,
	PeopleQuery
} from './schemas.ts';
import { recognisedRoutes } from './recognised/routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { teamRoutes } from './teams/routes.ts';
import { visitRoutes } from './visits/routes.ts';
import { wallRoutes } from './wall-routes.ts';

const tags = ['community'];
const keepers = { access: classKeepers } as const;
const withPeople = { ...keepers, showsPeople: true } as const;
const one = { 200: ClassView };

/** Classes in villages and communes: holding them, who came, and where to find them. */
export function communityRoutes(house: CommunityHouse): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		reading(api, house);
		planning(api, house);
		changing(api, house);
		attendanceRoutes(api, house);
		recognisedRoutes(api, house);
		markRoutes(api, house);
		photoRoutes(api, house);
		wallRoutes(api, house);
		gapRoutes(api, house);
		helpedRoutes(api, house);
		doublesRoutes(api, house);
		unionRoutes(api, house);
		cardRoutes(api, house);
		carriedRoutes(api, house);
		ruleRoutes(api, house);
		teamRoutes(api, house);
		visitRoutes(api, house);
		familyRoutes(api, house);
	};
}

function reading(api: TypedApi, house: CommunityHouse): void {
	const near = 'The sessions to come at a place and below it: where, when and what about; nobody’s name';
	api.get(
		'/places/:id/classes',
		{
			config: { access: 'public' },
			schema: { tags, summary: near, params: ClassParams, querystring: NearbyQuery, response: { 200: NearbyClasses } }
		},
		(request) => readNearbyClasses(house, request.actor, { placeId: request.params.id, after: request.query.after })
	);
	const mine = 'The sessions within one’s places: to come, waiting for who came, or past';
	api.get(
		'/classes',
		{ config: keepers, schema: { tags, summary: mine, querystring: ClassQuery, response: { 200: ClassList } } },
		(request) => readClasses(house, request.actor, request.query)
	);
	const view = 'One session with who came, within one’s places';
	api.get(
		'/classes/:id',
		{ config: withPeople, schema: { tags, summary: view, params: ClassParams, response: one } },
		(request) => readClass(house, request.actor, request.params.id)
	);
	const where = 'The villages, communes and organisations where one may hold classes';
	api.get(
		'/class-places',
		{ config: keepers, schema: { tags, summary: where, querystring: PeopleQuery, response: { 200: HoldingPlaces } } },
		(request) => readHoldingPlaces(house, request.actor, request.query.query)
	);
}

function planning(api: TypedApi, house: CommunityHouse): void {
	const make = 'Makes a session of a class';
	api.post(
		'/classes',
		{ config: keepers, schema: { tags, summary: make, body: NewClass, response: { 201: ClassView } } },
		async (request, reply) => {
			const id = await planClass(house, request.actor, request.body);
			return reply.code(201).send(await readClass(house, request.actor, id));
		}
	);
	const cancel = 'Calls a session off that nobody came to';
	api.post(
		'/classes/:id/cancellation',
		{ config: withPeople, schema: { tags, summary: cancel, params: ClassParams, response: one } },
		async ({ actor, params }) => {
			await cancelClass(house, actor, params.id);
			return readClass(house, actor, params.id);
		}
	);
}

function changing(api: TypedApi, house: CommunityHouse): void {
	const change = 'Changes where, when and what a session is about';
	api.put(
		'/classes/:id',
		{ config: withPeople, schema: { tags, summary: change, params: ClassParams, body: ChangedClass, response: one } },
		async ({ actor, params, body }) => {
			await changeClass(house, actor, { ...body, id: params.id });
			return readClass(house, actor, params.id);
		}
	);
	const next = 'Keeps what to do next time';
	api.put(
		'/classes/:id/next-time',
		{ config: withPeople, schema: { tags, summary: next, params: ClassParams, body: NextTime, response: one } },
		async ({ actor, params, body }) => {
			await keepNextTime(house, actor, { id: params.id, note: body.note });
			return readClass(house, actor, params.id);
		}
	);
}

import type { FastifyPluginAsync } from 'fastify';
import type { House } from '../platform/house.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { addVillages } from './add-villages.ts';
import { createPlace } from './create-place.ts';
import type { MovingHouse } from './holdings.ts';
import { endVillage, mergePlace, readHoldings } from './merge-places.ts';
import { namingRoutes } from './naming/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { getPlaceView, searchPlaces } from './read-places.ts';
import {
	AddedVillages,
	Merging,
	NewPlace,
	PlaceHoldings,
	NewVillages,
	PlaceList,
	PlaceParams,
	PlaceQuery,
	PlaceView
} from './schemas.ts';

const tags = ['places'];

export function placesRoutes(house: MovingHouse): FastifyPluginAsync {
	return async (app) => {
		reading(typed(app), house);
		writing(typed(app), house);
		merging(typed(app), house);
		namingRoutes(typed(app), house);
		organisationRoutes(typed(app), house);
	};
}

function reading(api: TypedApi, house: House): void {
	const everyone = { access: 'public' } as const;
	const list = 'The places below a place (below the country without one), or those whose name contains the query';
	api.get(
		'/places',
		{ config: everyone, schema: { tags, summary: list, querystring: PlaceQuery, response: { 200: PlaceList } } },
		async (request) => {
			const { limit, ...search } = request.query;
			return searchPlaces(house, { ...search, limit: Number(limit ?? 100) });
		}
	);

	const one = 'One place with its contact cards';
	api.get(
		'/places/:id',
		{ config: everyone, schema: { tags, summary: one, params: PlaceParams, response: { 200: PlaceView } } },
		async (request) => getPlaceView(house, request.params.id)
	);
}

function writing(api: TypedApi, house: House): void {
	const officers = { access: ['officer', 'administrator'] } as const;
	const create = 'Sets up a commune with its villages and contact cards, or an organisation';
	api.post(
		'/places',
		{ config: officers, schema: { tags, summary: create, body: NewPlace, response: { 201: PlaceView } } },
		async (request, reply) => {
			const place = await createPlace(house, request.actor, request.body);
			return reply.code(201).send(place);
		}
	);

	const add = 'Adds villages to a commune; those it has already stay as they are';
	const body = NewVillages;
	api.post(
		'/places/:id/villages',
		{ config: officers, schema: { tags, summary: add, params: PlaceParams, body, response: { 200: AddedVillages } } },
		async (request) => addVillages(house, request.actor, { ...request.body, placeId: request.params.id })
	);
}

function merging(api: TypedApi, house: MovingHouse): void {
	const config = { access: ['officer', 'administrator'] } as const;
	const params = PlaceParams;
	const holdings = 'What there is at a place, in numbers: what goes along when it goes into another';
	api.get(
		'/places/:id/holdings',
		{ config, schema: { tags, summary: holdings, params, response: { 200: PlaceHoldings } } },
		(request) => readHoldings(house, request.actor, request.params.id)
	);
	const merge =
		'Lets a place go into another of its kind with all that is there; whoever names the old one is led to the new';
	api.post(
		'/places/:id/merging',
		{ config, schema: { tags, summary: merge, params, body: Merging, response: { 200: PlaceView } } },
		(request) => mergePlace(house, request.actor, { ...request.params, ...request.body })
	);
	const end = 'Ends a village where nobody and nothing that goes on is any more';
	api.post('/places/:id/ending', { config, schema: { tags, summary: end, params } }, async (request, reply) => {
		await endVillage(house, request.actor, request.params.id);
		return reply.code(204).send();
	});
}

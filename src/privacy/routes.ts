import type { FastifyPluginAsync } from 'fastify';
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { forgetHere } from '../identity/index.ts';
import { dayInVietNam } from '../platform/clock.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { say } from '../platform/messages/index.ts';
import { eraseOwnData } from './erase-own-data.ts';
import type { PrivacyHouse } from './privacy-house.ts';
import { ownDataFile, readOwnData } from './read-own-data.ts';
import { Register, registerOf } from './register.ts';
import { Erasure, OwnDataQuery, OwnDataView } from './schemas.ts';

const tags = ['privacy'];
const json = 'application/json; charset=utf-8';

/** Everybody's say over what is kept of her. */
export function privacyRoutes(house: PrivacyHouse): FastifyPluginAsync {
	return async (app) => {
		seeing(typed(app), house);
		register(typed(app), house);
		erasing(typed(app), house);
	};
}

function seeing(api: TypedApi, house: PrivacyHouse): void {
	const see = 'Everything that is kept of whoever asks, in words: of each kind the newest, and how many there are';
	api.get(
		'/me/data',
		{
			config: { access: 'public' },
			schema: { tags, summary: see, querystring: OwnDataQuery, response: { 200: OwnDataView } }
		},
		(request) => readOwnData(house, request.actor, Number(request.query.most ?? 20))
	);
	const file = 'The same whole as a JSON file, with every field explained';
	api.get(
		'/me/data/file',
		{ config: { access: 'learner' }, exposeHeadRoute: false, schema: { tags, summary: file, produces: [json] } },
		async (request, reply) => {
			const pieces = await ownDataFile(house, request.actor);
			const name = `${say(request.lang, 'own-data.file')}-${dayInVietNam(house.clock.now())}.json`;
			return reply
				.header('content-disposition', `attachment; filename="${name}"`)
				.type(json)
				.send(Readable.from(pieces));
		}
	);
}

function register(api: TypedApi, { ownData }: PrivacyHouse): void {
	const tell = 'The register of processing: what is kept of people, why, on what ground, who sees it and how long';
	api.get(
		'/privacy-register',
		{ config: { access: 'public' }, schema: { tags, summary: tell, response: { 200: Register } } },
		(request) => registerOf(ownData, request.lang)
	);
}

function erasing(api: TypedApi, house: PrivacyHouse): void {
	const erase = 'Deletes at once and for good all that is kept of whoever asks; signs out everywhere';
	api.post(
		'/me/erasure',
		{
			config: { access: 'learner' },
			schema: { tags, summary: erase, body: Erasure, response: { 204: Type.Null() } }
		},
		async (request, reply) => {
			const { actor } = request;
			await eraseOwnData(house, actor, request.body);
			forgetHere(house, { request, reply }, actor);
			return reply.code(204).send(null);
		}
	);
}

import type { TypedApi } from '../../platform/http/api.ts';
import type { House } from '../../platform/house.ts';
import { NewShare, SharedRecords, ShareList, ShareParams, ShareView, TokenParams } from './schemas.ts';
import { closeShare, listShares, readShared, shareRecords } from './share-records.ts';

const tags = ['certify'];

/** Links that show records to others until they are closed. */
export function shareRoutes(api: TypedApi, house: House): void {
	const config = { access: 'learner' as const };
	const make = 'Makes a link by which others see some of my records in full, until I close it or its time is over';
	api.post(
		'/record-shares',
		{ config, schema: { tags, summary: make, body: NewShare, response: { 201: ShareView } } },
		async (request, reply) => reply.code(201).send(await shareRecords(house, request.actor, request.body))
	);
	api.get(
		'/record-shares',
		{ config, schema: { tags, summary: 'My links that are open', response: { 200: ShareList } } },
		(request) => listShares(house, request.actor)
	);
	api.delete(
		'/record-shares/:id',
		{ config, schema: { tags, summary: 'Closes one of my links at once', params: ShareParams } },
		async (request, reply) => {
			await closeShare(house, request.actor, request.params.id);
			return reply.code(204).send();
		}
	);
	const look = 'The records that a link shows';
	api.get(
		'/shared-records/:token',
		{
			config: { access: 'public' },
			schema: { tags, summary: look, params: TokenParams, response: { 200: SharedRecords } }
		},
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			return readShared(house, request.params.token);
		}
	);
}

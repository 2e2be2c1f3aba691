import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { changeHelped, makeNewCard, removeHelped } from './change-helped.ts';
import { bringHelped, makeHelped } from './make-helped.ts';
import { listHelped, viewHelped } from './read-helped.ts';
import {
	CardHere,
	ChangedHelped,
	HelpedList,
	HelpedParams,
	HelpedQuery,
	HelpedSummary,
	HelpedView,
	NewHelped,
	OwnId,
	PrintedCard
} from './schemas.ts';
import { learnTogether } from './use-card.ts';

const tags = ['community'];
const keepers = { access: classKeepers, showsPeople: true } as const;
const params = HelpedParams;
const one = { 200: HelpedView };

/** Learners without a phone of their own, as those look after them who hold classes. */
export function helpedRoutes(api: TypedApi, house: CommunityHouse): void {
	making(api, house);
	reading(api, house);
	changing(api, house);
}

function making(api: TypedApi, house: CommunityHouse): void {
	const make = 'Makes a learner for somebody who agreed to it in words; tells what stands on her card, this once';
	api.post(
		'/helped-learners',
		{ config: keepers, schema: { tags, summary: make, body: NewHelped, response: { 201: PrintedCard } } },
		async (request, reply) => {
			const card = await makeHelped(house, request.actor, request.body);
			return reply.code(201).send(card);
		}
	);
	const bring =
		'Keeps somebody who was written down without signal, under the phone’s own id; again it changes nothing';
	api.put(
		'/helped-learners/:id/carried',
		{
			config: keepers,
			schema: { tags, summary: bring, params: OwnId, body: NewHelped, response: { 200: HelpedSummary } }
		},
		({ actor, params, body }) => bringHelped(house, actor, { ...body, id: params.id })
	);
	const renew = 'Makes a new card; the old one opens nothing from then on';
	api.post(
		'/helped-learners/:id/card',
		{ config: keepers, schema: { tags, summary: renew, params, response: { 201: PrintedCard } } },
		async (request, reply) => {
			const card = await makeNewCard(house, request.actor, request.params.id);
			return reply.code(201).send(card);
		}
	);
	const together = 'Learns together with her on this device, marked as helped; signs out whoever is in there';
	api.post(
		'/helped-learners/:id/device',
		{ config: keepers, schema: { tags, summary: together, params, response: { 200: CardHere } } },
		(request, reply) => learnTogether(house, { request, reply }, [request.params.id])
	);
}

function reading(api: TypedApi, house: CommunityHouse): void {
	const list = 'The helped learners within one’s places, by name; that they were listed is recorded';
	api.get(
		'/helped-learners',
		{ config: keepers, schema: { tags, summary: list, querystring: HelpedQuery, response: { 200: HelpedList } } },
		(request) => listHelped(house, request.actor, request.query)
	);
	const view = 'One helped learner within one’s places; that she was looked at is recorded';
	api.get(
		'/helped-learners/:id',
		{ config: keepers, schema: { tags, summary: view, params, response: one } },
		(request) => viewHelped(house, request.actor, request.params.id)
	);
}

function changing(api: TypedApi, house: CommunityHouse): void {
	const change = 'Changes what was written down of her';
	api.put(
		'/helped-learners/:id',
		{ config: keepers, schema: { tags, summary: change, params, body: ChangedHelped, response: one } },
		async ({ actor, params, body }) => {
			await changeHelped(house, actor, { ...body, id: params.id });
			return viewHelped(house, actor, params.id);
		}
	);
	const remove = 'Deletes what was written down of her, and her cards: she takes her consent back';
	api.delete(
		'/helped-learners/:id',
		{ config: { access: classKeepers }, schema: { tags, summary: remove, params, response: { 204: Type.Null() } } },
		async (request, reply) => {
			await removeHelped(house, request.actor, request.params.id);
			return reply.code(204).send(null);
		}
	);
}

import { Type } from 'typebox';
import { leaveCard } from '../../identity/index.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { ClassParams } from '../schemas.ts';
import { CardHere, CardsHere, OpenedBefore, TakingOver, Together, TypedCard } from './schemas.ts';
import { changeLearner, learnTogether, learnWithClass, openCard, readCardsHere, takeOver } from './use-card.ts';

const tags = ['community'];
const everyone = { access: 'public' } as const;
const none = { 204: Type.Null() };

/** A printed card on any phone. */
export function cardRoutes(api: TypedApi, house: CommunityHouse): void {
	togetherRoutes(api, house);
	const open = 'Opens a printed card by its code and PIN: this device learns as her until it is handed back';
	api.post(
		'/cards/open',
		{ config: everyone, schema: { tags, summary: open, body: TypedCard, response: { 200: CardHere } } },
		(request, reply) => openCard(house, { request, reply }, request.body)
	);
	const here = 'Whose cards are open on this device, and as whom of them it learns';
	api.get(
		'/cards/here',
		{ config: everyone, schema: { tags, summary: here, response: { 200: CardsHere } } },
		(request) => readCardsHere(house, request)
	);
	const change = 'Changes, without a PIN, to another whose card was opened on this device some hours ago at most';
	api.put(
		'/cards/here',
		{ config: everyone, schema: { tags, summary: change, body: OpenedBefore, response: { 200: CardHere } } },
		(request, reply) => changeLearner(house, { request, reply }, request.body.whose)
	);
	const leave = 'Hands the device back: it no longer learns by any card, and none can be changed to';
	api.delete(
		'/cards/here',
		{ config: everyone, schema: { tags, summary: leave, response: none } },
		async (request, reply) => {
			await leaveCard(house, { request, reply });
			return reply.code(204).send(null);
		}
	);
	const take = 'Takes what was learnt by a card over into one’s own account, with its code and PIN';
	api.post(
		'/cards/taking',
		{ config: { access: 'account' }, schema: { tags, summary: take, body: TakingOver, response: none } },
		async (request, reply) => {
			await takeOver(house, request, request.body);
			return reply.code(204).send(null);
		}
	);
}

/** What a helper opens at once for several who learn in turn. */
function togetherRoutes(api: TypedApi, house: CommunityHouse): void {
	const together =
		'Opens the cards of several on this device, to learn together in turn, marked as helped; signs out whoever is in';
	api.post(
		'/cards/together',
		{
			config: { access: classKeepers, showsPeople: true },
			schema: { tags, summary: together, body: Together, response: { 200: CardHere } }
		},
		(request, reply) => learnTogether(house, { request, reply }, request.body.helpedIds)
	);
	const withClass = 'The same with those who were ticked at a session and have no phone of their own';
	api.post(
		'/classes/:id/cards',
		{
			config: { access: classKeepers, showsPeople: true },
			schema: { tags, summary: withClass, params: ClassParams, response: { 200: CardHere } }
		},
		(request, reply) => learnWithClass(house, { request, reply }, request.params.id)
	);
}

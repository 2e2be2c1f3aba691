import { Type } from 'typebox';
import { leaveCard } from '../../identity/index.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { CommunityHouse } from '../community-house.ts';
import { CardHere, TakingOver, TypedCard } from './schemas.ts';
import { openCard, readCardHere, takeOver } from './use-card.ts';

const tags = ['community'];
const everyone = { access: 'public' } as const;
const none = { 204: Type.Null() };

/** A printed card on any phone. */
export function cardRoutes(api: TypedApi, house: CommunityHouse): void {
	const open = 'Opens a printed card by its code and PIN: this device learns as her until it is handed back';
	api.post(
		'/cards/open',
		{ config: everyone, schema: { tags, summary: open, body: TypedCard, response: { 200: CardHere } } },
		(request, reply) => openCard(house, { request, reply }, request.body)
	);
	const here = 'Whose card is open on this device';
	api.get(
		'/cards/here',
		{ config: everyone, schema: { tags, summary: here, response: { 200: CardHere } } },
		(request) => readCardHere(house, request.actor)
	);
	const leave = 'Hands the device back: it no longer learns as her';
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

import { Type } from 'typebox';
import { forgetWaiting } from '../../identity/index.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { CommunityHouse } from '../community-house.ts';
import { LastUnion, UnionParams, Uniting } from './schemas.ts';
import { lastUnionOf, partAccounts, uniteAccounts } from './unite-accounts.ts';

const tags = ['community'];
const config = { access: 'account' } as const;
const none = { 204: Type.Null() };

/** Two accounts of one person become one, and two again. */
export function unionRoutes(api: TypedApi, house: CommunityHouse): void {
	const last = 'The latest account that was united with this one, while that can be undone';
	api.get(
		'/me/unions',
		{ config, schema: { tags, summary: last, response: { 200: LastUnion } } },
		async ({ actor }) => ({ last: await lastUnionOf(house, house.store.read, actor) })
	);
	const unite =
		'Gives the account that is signed in all of the other that the identity waiting in this browser belongs to, which is closed; it can be undone for thirty days';
	api.post(
		'/me/unions',
		{ config, schema: { tags, summary: unite, body: Uniting, response: none } },
		async (request, reply) => {
			await uniteAccounts(house, request, request.body);
			forgetWaiting(house, reply);
			return reply.code(204).send(null);
		}
	);
	const part = 'Undoes it: both accounts are as they were; what was learnt since stays with the one that was kept';
	api.delete(
		'/me/unions/:id',
		{ config, schema: { tags, summary: part, params: UnionParams, response: none } },
		async ({ actor, params }, reply) => {
			await partAccounts(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
}

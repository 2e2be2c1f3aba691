import { Type } from 'typebox';
import type { House } from '../platform/house.ts';
import type { TypedApi } from '../platform/http/api.ts';
import { caretakers } from './account-queries.ts';
import { callerOf } from './caller.ts';
import { deviceLabel } from './device-label.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { endGrant, grantRole } from './grant-role.ts';
import { makeReopening } from './make-reopening.ts';
import { getAccountView, searchAccounts } from './read-accounts.ts';
import {
	AccountList,
	AccountQuery,
	AccountView,
	FirstAdministrator,
	GrantView,
	IdParams,
	Me,
	NewGrant,
	NewReopening,
	ReopeningSheet
} from './schemas.ts';
import { enter } from './welcome.ts';

const tags = ['identity'];
const caretaking = { access: caretakers } as const;
/** The answers are about people, so a helper learns first how to keep that. */
const withPeople = { ...caretaking, showsPeople: true } as const;
const administrators = { access: ['administrator'] } as const;

/** What helpers, officers and administrators do for other people's accounts. */
export function caretakingRoutes(api: TypedApi, house: House): void {
	accounts(api, house);
	grants(api, house);
	firstAdministrator(api, house);
}

function accounts(api: TypedApi, house: House): void {
	const search = 'Finds people within one’s places by name, username or phone number';
	api.get(
		'/accounts',
		{
			config: withPeople,
			schema: { tags, summary: search, querystring: AccountQuery, response: { 200: AccountList } }
		},
		async (request) => searchAccounts(house, request.actor, request.query)
	);
	const one = 'One person’s account, within one’s places';
	api.get(
		'/accounts/:id',
		{ config: withPeople, schema: { tags, summary: one, params: IdParams, response: { 200: AccountView } } },
		async (request) => getAccountView(house, request.actor, request.params.id)
	);
	const reopen = 'Makes the one-time code of a sheet that reopens an account';
	api.post(
		'/reopenings',
		{ config: withPeople, schema: { tags, summary: reopen, body: NewReopening, response: { 201: ReopeningSheet } } },
		async (request, reply) => {
			const sheet = await makeReopening(house, request.actor, request.body);
			return reply.code(201).send(sheet);
		}
	);
}

function grants(api: TypedApi, house: House): void {
	const give = 'Gives somebody a role on a place';
	api.post(
		'/grants',
		{ config: administrators, schema: { tags, summary: give, body: NewGrant, response: { 201: GrantView } } },
		async (request, reply) => {
			const grant = await grantRole(house, request.actor, request.body);
			return reply.code(201).send(grant);
		}
	);
	const take = 'Takes a role back';
	api.delete(
		'/grants/:id',
		{ config: administrators, schema: { tags, summary: take, params: IdParams, response: { 204: Type.Null() } } },
		async (request, reply) => {
			await endGrant(house, request.actor, request.params.id);
			return reply.code(204).send(null);
		}
	);
}

function firstAdministrator(api: TypedApi, house: House): void {
	const create = 'Makes the first administrator, by the one-time link shown when the server starts';
	const schema = { tags, summary: create, body: FirstAdministrator, response: { 201: Me } };
	api.post('/first-administrator', { config: { access: 'public' }, schema }, async (request, reply) => {
		const device = deviceLabel(request.headers['user-agent']);
		const caller = callerOf(house, request);
		const issued = await createFirstAdministrator(house, { ...request.body, device, caller });
		return reply.code(201).send(await enter(house, issued, { request, reply }));
	});
}

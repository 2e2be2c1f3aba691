import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { typed, type TypedApi } from '../../platform/http/api.ts';
import { callerOf } from '../caller.ts';
import { deviceLabel } from '../device-label.ts';
import { enter } from '../welcome.ts';
import { beginTrip, comeBack } from './come-back.ts';
import { joinWaiting, leaveIdentity, readOwnIdentity, readWaiting } from './join-identity.ts';
import { openAccount } from './open-account.ts';
import {
	Joining,
	Me,
	NewTrip,
	OwnIdentity,
	Return,
	Returned,
	TripBegun,
	VneidAccount,
	VneidOffer,
	WaitingView
} from './schemas.ts';
import { forgetWaiting } from './trips.ts';
import type { VneidHouse } from './vneid-house.ts';

const tags = ['vneid'];
const everyone = { access: 'public' } as const;
const signedIn = { access: 'account' } as const;
const none = { 204: Type.Null() };

export function vneidRoutes(house: VneidHouse): FastifyPluginAsync {
	return async (app) => {
		// Who comes in hears what else was learnt on this device.
		app.addHook('onRoute', ({ config }) => void (config && (config.deviceToo = true)));
		trips(typed(app), house);
		waiting(typed(app), house);
		own(typed(app), house);
	};
}

const deviceOf = (request: FastifyRequest) => deviceLabel(request.headers['user-agent']);

function trips(api: TypedApi, house: VneidHouse): void {
	const offer = 'Whether one can sign in through the national provider here';
	api.get(
		'/vneid',
		{ config: everyone, schema: { tags, summary: offer, response: { 200: VneidOffer } } },
		async () => ({
			offered: house.provider !== null,
			simulated: house.provider?.knownSimulated() ?? null
		})
	);
	const begin = 'Begins a sign-in through the provider: where to send the browser';
	api.post(
		'/vneid/trips',
		{ config: everyone, schema: { tags, summary: begin, body: NewTrip, response: { 200: TripBegun } } },
		async (request, reply) => beginTrip(house, { request, reply }, request.body)
	);
	const back = 'Takes in whoever comes back from the provider, by the query it sent her back with';
	api.post(
		'/vneid/returns',
		{ config: everyone, schema: { tags, summary: back, body: Return, response: { 200: Returned } } },
		async (request, reply) => {
			const { query } = request.body;
			const { returned, issued } = await comeBack(house, { request, reply }, { query, device: deviceOf(request) });
			if (issued) await enter(house, issued, { request, reply });
			return returned;
		}
	);
}

function waiting(api: TypedApi, house: VneidHouse): void {
	const who = 'Whom the provider has vouched for in this browser, before she says whose account she is';
	api.get(
		'/vneid/waiting',
		{ config: everyone, schema: { tags, summary: who, response: { 200: WaitingView } } },
		async (request) => readWaiting(house, request)
	);
	const forget = 'Forgets whom the provider has vouched for in this browser';
	api.delete(
		'/vneid/waiting',
		{ config: everyone, schema: { tags, summary: forget, response: none } },
		async (_request, reply) => {
			forgetWaiting(house, reply);
			return reply.code(204).send(null);
		}
	);
	const open = 'Makes an account for whom the provider has vouched for, and signs in';
	api.post(
		'/vneid/accounts',
		{ config: everyone, schema: { tags, summary: open, body: VneidAccount, response: { 201: Me } } },
		async (request, reply) => {
			const entrance = { device: deviceOf(request), caller: callerOf(house, request) };
			const issued = await openAccount(house, request, { ...request.body, ...entrance });
			forgetWaiting(house, reply);
			return reply.code(201).send(await enter(house, issued, { request, reply }));
		}
	);
}

function own(api: TypedApi, house: VneidHouse): void {
	const read = 'The identity joined to the account that is signed in';
	api.get(
		'/me/identity',
		{ config: signedIn, schema: { tags, summary: read, response: { 200: OwnIdentity } } },
		async (request) => readOwnIdentity(house, request.actor)
	);
	const join = 'Joins whom the provider has vouched for to the account that is signed in, with her consent';
	api.post(
		'/me/identity',
		{ config: signedIn, schema: { tags, summary: join, body: Joining, response: { 200: OwnIdentity } } },
		async (request, reply) => {
			await joinWaiting(house, request, request.body);
			forgetWaiting(house, reply);
			return readOwnIdentity(house, request.actor);
		}
	);
	const leave = 'Takes the consent back: what the provider told is deleted';
	api.delete(
		'/me/identity',
		{ config: signedIn, schema: { tags, summary: leave, response: none } },
		async (request, reply) => {
			await leaveIdentity(house, request.actor);
			return reply.code(204).send(null);
		}
	);
}

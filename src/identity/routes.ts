import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { House } from '../platform/house.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { claimDeviceLearning } from './claim-device-learning.ts';
import { leaveCard, withoutCard } from './card-session.ts';
import { caretakingRoutes } from './caretaking-routes.ts';
import { callerOf } from './caller.ts';
import { consentRoutes } from './consent-routes.ts';
import { deviceLabel } from './device-label.ts';
import { deviceRoutes } from './device-routes.ts';
import { readMe } from './me.ts';
import { rememberPerson } from './people-here.ts';
import { isUnclaimed } from './queries.ts';
import { sessionEnded } from './refusals.ts';
import { renewSession } from './renew-session.ts';
import {
	ChangedAccount,
	DeviceLearning,
	IdParams,
	Me,
	NewAccount,
	PasswordChange,
	ReopeningUse,
	SessionList,
	SessionSign,
	SessionStanding,
	SignIn
} from './schemas.ts';
import { readSign } from './session-sign.ts';
import { endOneSession, listSessions, signOut, signOutEverywhere } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { clearTokens, cookieNames, readRefreshToken } from './tokens.ts';
import { tryRoutes } from './try-routes.ts';
import { useReopening } from './use-reopening.ts';
import { forgetWaiting } from './vneid/trips.ts';
import { enter, welcome } from './welcome.ts';

const tags = ['identity'];
const everyone = { access: 'public' } as const;
const signedIn = { access: 'account' } as const;
const none = { 204: Type.Null() };

export function identityRoutes(house: House): FastifyPluginAsync {
	return async (app) => {
		// Who comes in, or asks who she is, hears what else was learnt on this device.
		app.addHook('onRoute', ({ config }) => void (config && (config.deviceToo = true)));
		entering(typed(app), house);
		session(typed(app), house);
		leaving(typed(app), house);
		ownAccount(typed(app), house);
		consentRoutes(typed(app), house);
		deviceRoutes(typed(app), house);
		caretakingRoutes(typed(app), house);
		tryRoutes(typed(app), house);
	};
}

/** The device as it is kept with a session. */
function deviceOf(request: FastifyRequest): string {
	return deviceLabel(request.headers['user-agent']);
}

function entering(api: TypedApi, house: House): void {
	const entrance = (request: FastifyRequest) => ({ device: deviceOf(request), caller: callerOf(house, request) });
	api.post(
		'/accounts',
		{
			config: everyone,
			schema: { tags, summary: 'Makes an account and signs in', body: NewAccount, response: { 201: Me } }
		},
		async (request, reply) => {
			const issued = await signUp(house, withoutCard(request.actor), { ...request.body, ...entrance(request) });
			return reply.code(201).send(await enter(house, issued, { request, reply }));
		}
	);
	api.post(
		'/session',
		{
			config: everyone,
			schema: { tags, summary: 'Signs in by phone number or username', body: SignIn, response: { 200: Me } }
		},
		async (request, reply) => {
			const issued = await signIn(house, request.actor, { ...request.body, ...entrance(request) });
			return enter(house, issued, { request, reply });
		}
	);
	const open = 'Opens an account with the one-time code of a sheet and signs in';
	api.post(
		'/reopenings/use',
		{ config: everyone, schema: { tags, summary: open, body: ReopeningUse, response: { 200: Me } } },
		async (request, reply) => {
			const issued = await useReopening(house, request.actor, { ...request.body, ...entrance(request) });
			return enter(house, issued, { request, reply });
		}
	);
}

function session(api: TypedApi, house: House): void {
	api.get(
		'/session',
		{ config: everyone, schema: { tags, summary: 'Who the site takes the reader for', response: { 200: Me } } },
		async (request) => readMe(house, request.actor)
	);
	api.post(
		'/session/refresh',
		{
			config: { access: 'public', renews: true },
			schema: { tags, summary: 'Renews the session by its refresh token', response: { 200: Me } }
		},
		async (request, reply) => {
			const presented = readRefreshToken(house, request, request.cookies[cookieNames.refresh] ?? '');
			const issued = presented && (await renewSession(house, presented));
			if (issued) return welcome(house, issued, { request, reply });
			clearTokens(house, reply);
			throw sessionEnded();
		}
	);
	const claim = 'Answers whether the learning on this device belongs to whoever is signed in';
	api.post(
		'/session/device-learning',
		{ config: signedIn, schema: { tags, summary: claim, body: DeviceLearning, response: { 200: Me } } },
		async (request) => {
			const { actor } = request;
			await claimDeviceLearning(house, actor, request.body);
			const left = actor.deviceLearnerId !== null && (await isUnclaimed(house.store.read, actor.deviceLearnerId));
			return readMe(house, { ...actor, deviceLearnerId: left ? actor.deviceLearnerId : null });
		}
	);
}

function leaving(api: TypedApi, house: House): void {
	const standing = 'Whether somebody signed a session out; asked with the sign that a phone keeps of it';
	api.post(
		'/session/standing',
		{
			config: everyone,
			schema: {
				tags,
				summary: standing,
				body: SessionSign,
				response: { 200: SessionStanding }
			}
		},
		async (request) => readSign(house, request.actor, request.body.sign)
	);
	api.delete(
		'/session',
		{ config: everyone, schema: { tags, summary: 'Signs out on this device', response: none } },
		async (request, reply) => {
			await signOut(house, request.actor);
			await leaveCard(house, { request, reply });
			clearTokens(house, reply);
			forgetWaiting(house, reply);
			return reply.code(204).send(null);
		}
	);
	api.delete(
		'/sessions',
		{ config: signedIn, schema: { tags, summary: 'Signs out on every device', response: none } },
		async (request, reply) => {
			await signOutEverywhere(house, request.actor);
			clearTokens(house, reply);
			forgetWaiting(house, reply);
			return reply.code(204).send(null);
		}
	);
}

function ownAccount(api: TypedApi, house: House): void {
	const change = 'Changes the password and signs out everywhere else';
	api.post(
		'/me/password',
		{ config: signedIn, schema: { tags, summary: change, body: PasswordChange, response: { 200: Me } } },
		async (request, reply) => {
			const issued = await changePassword(house, request.actor, { ...request.body, device: deviceOf(request) });
			return welcome(house, issued, { request, reply });
		}
	);
	const correct = 'Corrects what one’s account says; issued records stay as they are';
	api.put(
		'/me/account',
		{ config: signedIn, schema: { tags, summary: correct, body: ChangedAccount, response: { 200: Me } } },
		async (request, reply) => {
			const { name } = await changeAccount(house, request.actor, request.body);
			const { accountId } = request.actor;
			if (accountId !== null) rememberPerson(house, { request, reply }, { id: accountId, name });
			return readMe(house, request.actor);
		}
	);
	api.get(
		'/me/sessions',
		{ config: signedIn, schema: { tags, summary: 'Where one is signed in', response: { 200: SessionList } } },
		async (request) => listSessions(house, request.actor)
	);
	api.delete(
		'/me/sessions/:id',
		{ config: signedIn, schema: { tags, summary: 'Signs out on one device', params: IdParams, response: none } },
		async (request, reply) => {
			await endOneSession(house, request.actor, request.params.id);
			return reply.code(204).send(null);
		}
	);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor, type Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { hashToken } from '../platform/ids.ts';
import { gathered } from '../platform/persistence/gathered.ts';
import { takeCookieBack } from '../platform/http/cookies.ts';
import { byCard } from './card-session.ts';
import { readDevice, tokenOf } from './device-cookie.ts';
import { findDeviceLearner } from './queries.ts';
import { sessionEnded } from './refusals.ts';
import { renewSession } from './renew-session.ts';
import type { Known } from '../platform/http/own-reads.ts';
import { findSignedIn, findAllSignedIn, type SignedIn } from './session-queries.ts';
import { clearTokens, cookieNames, readAccessToken, readRefreshToken, sendTokens, type Served } from './tokens.ts';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** The route renews the session itself. */
		renews?: true;
		/** The route asks what was learnt on this device by somebody else than the one signed in. */
		deviceToo?: true;
	}
}

/**
 * Says who is asking: by the access token (cookie or bearer), else by the refresh token, which renews the session on
 * the way; else by the token of a printed card that was opened here; else by the device's own token. Tokens that are no
 * good are taken back and count for nothing. Looking at a page never writes a row for a visitor.
 */
export function authenticator(house: House) {
	return async (request: FastifyRequest, reply: FastifyReply): Promise<Actor> => {
		const { authorization } = request.headers;
		if (authorization !== undefined) return bearer(house, request, authorization);
		const signedIn = await bySession(house, request, reply);
		if (signedIn && request.routeOptions.config.deviceToo !== true) return { ...visitor(), ...signedIn };
		const card = signedIn ? null : await byCard(house, { request, reply });
		if (card) return { ...visitor(), learnerId: card.learnerId, card: { helpedBy: card.helpedBy } };
		const device = await byDevice(house, request, reply);
		if (!signedIn) return { ...visitor(), learnerId: device };
		return { ...visitor(), ...signedIn, deviceLearnerId: device };
	};
}

/** Says who is asking where a good access token alone says so; null for everyone else, of whom more must be asked. */
export function authenticatorByToken(house: House, served: Served) {
	const lookFor = gathered((sessionIds) => findAllSignedIn(house.store.read, sessionIds));
	return async (cookies: Record<string, string | undefined>): Promise<Known | null> => {
		const sessionId = readAccessToken(house, served, cookies[cookieNames.access] ?? '');
		const found = sessionId === null ? undefined : await lookFor(sessionId);
		return found ? { actor: { ...visitor(), ...found.signedIn }, version: found.version } : null;
	};
}

async function bearer(house: House, request: FastifyRequest, authorization: string): Promise<Actor> {
	const token = /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1] ?? '';
	const sessionId = readAccessToken(house, request, token);
	const signedIn = sessionId === null ? undefined : await findSignedIn(house.store.read, sessionId);
	return { ...visitor(), ...signedIn };
}

async function bySession(house: House, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
	const { [cookieNames.access]: access = '', [cookieNames.refresh]: refresh = '' } = request.cookies;
	if (access === '' && refresh === '') return null;
	const renews = request.routeOptions.config.renews === true;
	const sessionId =
		readAccessToken(house, request, access) ??
		(renews ? null : await renewed(house, request, { reply, token: refresh }));
	const signedIn = sessionId === null ? undefined : await findSignedIn(house.store.read, sessionId);
	if (signedIn) return signedIn;
	if (!renews) {
		takeTokensBack(house, request, reply);
		tellEnded(house, request, refresh);
	}
	return null;
}

/**
 * Takes back tokens that open nothing. Not where a script of a page asks: another answer may be bringing new ones at
 * this moment (she has just changed her password), and they would go too.
 */
function takeTokensBack(house: House, { headers }: FastifyRequest, reply: FastifyReply): void {
	if (headers['sec-fetch-dest'] !== 'empty') clearTokens(house, reply);
}

/** Where one must be signed in, somebody who was hears that the session is over; elsewhere she goes on as a visitor. */
function tellEnded(house: House, request: FastifyRequest, refresh: string): void {
	const { access } = request.routeOptions.config;
	if (access === undefined || access === 'public' || access === 'learner') return;
	if (readRefreshToken(house, request, refresh) !== null) throw sessionEnded();
}

/** Renews the session of a good refresh token, sets the new cookies and says which session it is. */
async function renewed(
	house: House,
	request: FastifyRequest,
	{ reply, token }: { reply: FastifyReply; token: string }
): Promise<string | null> {
	const presented = readRefreshToken(house, request, token);
	const issued = presented && (await renewSession(house, presented));
	if (!issued) return null;
	sendTokens(house, reply, issued);
	return issued.sessionId;
}

/**
 * The learner of this device whom nobody has claimed, or null. A device that was handed its cookie but has kept nothing
 * yet has none; a token that was not made here is taken back.
 */
async function byDevice(house: House, request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
	const device = readDevice(house.secrets, request.cookies[cookieNames.device]);
	if (!device) return null;
	const found = await findDeviceLearner(house.store.read, hashToken(tokenOf(device)));
	if (!found && !device.marked) takeCookieBack(reply, house.config, cookieNames.device);
	return found && !found.claimed ? found.learnerId : null;
}

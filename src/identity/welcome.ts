import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { leaveCard } from './card-session.ts';
import { readMe } from './me.ts';
import { rememberPerson } from './people-here.ts';
import { isUnclaimed } from './queries.ts';
import { sessionEnded } from './refusals.ts';
import type { Me } from './schemas.ts';
import { findSignedIn } from './session-queries.ts';
import { sendTokens, type Issued } from './tokens.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Welcomes somebody who came in by herself; the device remembers her name from now on. */
export async function enter(house: House, issued: Issued, exchange: Exchange): Promise<Me> {
	const me = await welcome(house, issued, exchange);
	if (me.account) rememberPerson(house, exchange, me.account);
	return me;
}

/**
 * Hands a new session its tokens and tells who is signed in now; the rest of the request acts for her. A card that was
 * open here is closed.
 */
export async function welcome(house: House, issued: Issued, { request, reply }: Exchange): Promise<Me> {
	await leaveCard(house, { request, reply });
	const signedIn = await findSignedIn(house.store.read, issued.sessionId);
	if (!signedIn) throw sessionEnded();
	sendTokens(house, reply, issued);
	const { actor, lang } = request;
	const onDevice = actor.accountId === null ? actor.learnerId : actor.deviceLearnerId;
	const unclaimed = onDevice !== null && (await isUnclaimed(house.store.read, onDevice));
	request.actor = { ...visitor(lang), ...signedIn, deviceLearnerId: unclaimed ? onDevice : null };
	return readMe(house, request.actor);
}

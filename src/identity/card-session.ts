import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor, type Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { sendCookie, takeCookieBack } from '../platform/http/cookies.ts';
import { hashToken, randomToken } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { addCardSession, dropCardSession, dropEndedCardSessions, findCardSession } from './card-queries.ts';
import { endSession } from './session-queries.ts';
import { clearTokens, cookieNames } from './tokens.ts';

/** A shared device that somebody forgot to hand back is nobody's again by the evening. */
const cardHours = 12;

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Whose learning a device is opened for, and who helps. */
export interface Opening {
	readonly learnerId: string;
	/** The account of a helper who learns together with her. */
	readonly helpedBy: string | null;
}

/**
 * In the transaction that opens a card: from now on the device of this request learns as her, for some hours. Returns
 * the token to hand over once that is kept. Whoever was signed in there is signed out: what follows is not hers.
 */
export async function beginCardSession(
	tx: Writer,
	{ house: { clock }, request }: { house: House; request: FastifyRequest },
	opening: Opening
): Promise<string> {
	const now = clock.now();
	const token = randomToken(24);
	const { sessionId } = request.actor;
	await dropEndedCardSessions(tx, now);
	if (sessionId !== null) await endSession(tx, sessionId, now);
	await dropCardSession(tx, hashToken(request.cookies[cookieNames.card] ?? ''));
	const endsAt = new Date(now.getTime() + cardHours * 3_600_000);
	await addCardSession(tx, { ...opening, tokenHash: hashToken(token), openedAt: now, endsAt });
	return token;
}

/** Hands the device its token; the rest of the request acts for her. What the device learnt before stays as it is. */
export function handCardSession(house: House, { request, reply }: Exchange, given: Opening & { token: string }): void {
	sendCookie(reply, house.config, { name: cookieNames.card, value: given.token, maxAge: cardHours * 3600 });
	clearTokens(house, reply);
	const { learnerId, helpedBy } = given;
	request.actor = { ...visitor(request.actor.lang), learnerId, card: { helpedBy } };
}

/** Whether a device says that a card is open there; whether it still is, the database knows. */
export function hasOpenCard(cookies: Record<string, string | undefined>): boolean {
	return Boolean(cookies[cookieNames.card]);
}

/** Who learns on this device by her card, or null; a token that opens nothing any more is taken back. */
export async function byCard(house: House, { request, reply }: Exchange): Promise<Opening | null> {
	const token = request.cookies[cookieNames.card] ?? '';
	if (token === '') return null;
	const found = await findCardSession(house.store.read, hashToken(token), house.clock.now());
	if (!found) takeCookieBack(reply, house.config, cookieNames.card);
	return found ?? null;
}

/** "Xong, trả máy": the device no longer learns as her, and is again what it was before. */
export async function leaveCard(house: House, { request, reply }: Exchange): Promise<void> {
	const token = request.cookies[cookieNames.card] ?? '';
	if (token === '') return;
	await house.store.transact((tx) => dropCardSession(tx, hashToken(token)));
	takeCookieBack(reply, house.config, cookieNames.card);
	request.actor = withoutCard(request.actor);
}

/** Whoever enters an account while somebody's card is open is somebody else: that learning is not hers to claim. */
export function withoutCard(actor: Actor): Actor {
	return actor.card === null ? actor : { ...actor, learnerId: null, card: null };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor, type Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { sendCookie, takeCookieBack } from '../platform/http/cookies.ts';
import { hashToken, randomToken } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { readCards, withCard, writtenCards, type CardsHere, type OpenedToken } from './card-cookie.ts';
import {
	addCardSession,
	dropCardSessions,
	dropEndedCardSessions,
	findCardSession,
	listCardSessions
} from './card-queries.ts';
import { endSession } from './session-queries.ts';
import { clearTokens, cookieNames } from './tokens.ts';

/** A shared device that somebody forgot to hand back is nobody's again by the evening. */
const cardHours = 12;
/** So long after a card was opened one changes to it without its PIN: a class, and what comes after. */
const changeHours = 4;

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Whose learning a device is opened for, and who helps. */
export interface Opening {
	readonly learnerId: string;
	/** The account of a helper who learns together with her. */
	readonly helpedBy: string | null;
}

/** A card that is open on a device beside others. */
export interface OpenCard extends Opening {
	/** Stays with it as long as it is open there. */
	readonly number: number;
	/** The device learns as her now. */
	readonly current: boolean;
}

/** What a device is told once it is kept: what its cookie is to say, and as whom it learns. */
interface Begun {
	readonly cards: CardsHere;
	readonly as: Opening | null;
}

/**
 * In the transaction that opens cards: from now on, for some hours, the device of this request learns as her who is
 * opened or, where several are, as whom of them it is changed to; also to any that was opened there before. Whoever was
 * signed in there is signed out: what follows is not hers.
 */
export async function beginCardSessions(
	tx: Writer,
	{ house: { clock }, request }: { house: House; request: FastifyRequest },
	openings: readonly Opening[]
): Promise<Begun> {
	const now = clock.now();
	const { sessionId } = request.actor;
	await dropEndedCardSessions(tx, now);
	if (sessionId !== null) await endSession(tx, sessionId, now);
	const before = await openTokens(tx, request, now);
	let cards: CardsHere = { current: null, opened: before.map(({ opened }) => opened) };
	const endsAt = new Date(now.getTime() + cardHours * 3_600_000);
	for (const { learnerId, helpedBy } of openings) {
		const former = before.find((each) => each.session.learnerId === learnerId)?.opened.token;
		if (former !== undefined) await dropCardSessions(tx, [hashToken(former)]);
		const token = randomToken(24);
		await addCardSession(tx, { learnerId, helpedBy, tokenHash: hashToken(token), openedAt: now, endsAt });
		cards = withCard(cards, token, former);
	}
	const [only, ...others] = openings;
	return only && others.length === 0 ? { cards, as: only } : { cards: { ...cards, current: null }, as: null };
}

/** The tokens of this device that still open something, with what they open. */
async function openTokens(reader: Parameters<typeof listCardSessions>[0], request: FastifyRequest, now: Date) {
	const { opened } = readCards(request.cookies[cookieNames.card]);
	const rows = await listCardSessions(
		reader,
		opened.map(({ token }) => hashToken(token)),
		now
	);
	const sessions = new Map(rows.map((row) => [row.tokenHash, row]));
	return opened.flatMap((each) => {
		const session = sessions.get(hashToken(each.token));
		return session ? [{ opened: each, session }] : [];
	});
}

/** Hands the device its tokens; the rest of the request acts for her. What the device learnt before stays as it is. */
export function handCardSession(house: House, { request, reply }: Exchange, { cards, as }: Begun): void {
	sendCards(house, reply, cards);
	clearTokens(house, reply);
	const card = as && { learnerId: as.learnerId, card: { helpedBy: as.helpedBy } };
	request.actor = { ...visitor(request.actor.lang), ...card };
}

function sendCards(house: House, reply: FastifyReply, cards: CardsHere): void {
	sendCookie(reply, house.config, { name: cookieNames.card, value: writtenCards(cards), maxAge: cardHours * 3600 });
}

/** The cards that are open on this device, those among them to which it may change without their PINs. */
export async function listOpenCards(house: House, request: FastifyRequest): Promise<OpenCard[]> {
	const { current } = readCards(request.cookies[cookieNames.card]);
	return (await changeable(house, request)).map(({ opened: { number }, session: { learnerId, helpedBy } }) => ({
		number,
		current: number === current?.number,
		learnerId,
		helpedBy
	}));
}

async function changeable(house: House, request: FastifyRequest) {
	const now = house.clock.now();
	const since = now.getTime() - changeHours * 3_600_000;
	const { current } = readCards(request.cookies[cookieNames.card]);
	const found = await openTokens(house.store.read, request, now);
	return found.filter(({ opened, session }) => opened.number === current?.number || session.openedAt.getTime() > since);
}

/**
 * "Đổi người học": the device learns as another whose card is open there, without the PIN. False where there is none
 * (any more) that `isHers` says it is.
 */
export async function changeToCard(
	house: House,
	{ request, reply }: Exchange,
	isHers: (opening: Opening) => boolean
): Promise<boolean> {
	const found = request.actor.sessionId === null ? await changeable(house, request) : [];
	const next = found.find(({ session }) => isHers(session));
	if (!next) return false;
	const cards = { current: next.opened, opened: found.map(({ opened }) => opened) };
	handCardSession(house, { request, reply }, { cards, as: next.session });
	return true;
}

/**
 * Somebody whose card is open on this device, for what was answered there in her turn while there was no signal: that
 * is hers, whoever learns by now. Null where her card is not open any more.
 */
export async function cardActor(
	house: House,
	request: FastifyRequest,
	isHers: (opening: Opening) => boolean
): Promise<Actor | null> {
	if (request.actor.sessionId !== null) return null;
	const open = await openTokens(house.store.read, request, house.clock.now());
	const hers = open.find(({ session }) => isHers(session))?.session;
	return hers ? { ...visitor(request.actor.lang), learnerId: hers.learnerId, card: { helpedBy: hers.helpedBy } } : null;
}

/** Whether a device says that cards are open there; whether they still are, the database knows. */
export function hasOpenCard(cookies: Record<string, string | undefined>): boolean {
	return Boolean(cookies[cookieNames.card]);
}

/** Who learns on this device by her card, or null; a token that opens nothing any more is taken back. */
export async function byCard(house: House, { request, reply }: Exchange): Promise<Opening | null> {
	const cards = readCards(request.cookies[cookieNames.card]);
	if (cards.current === null) return null;
	const found = await findCardSession(house.store.read, hashToken(cards.current.token), house.clock.now());
	if (!found) keepOthers(house, reply, cards);
	return found ?? null;
}

/** Without the card that learns now; the others stay to be changed to. */
function keepOthers(house: House, reply: FastifyReply, { current, opened }: CardsHere): void {
	const others: OpenedToken[] = opened.filter(({ number }) => number !== current?.number);
	if (others.length > 0) sendCards(house, reply, { current: null, opened: others });
	else takeCookieBack(reply, house.config, cookieNames.card);
}

/** The device goes on as somebody without a card; those that are open there stay to be changed to. */
export function setCardsAside(house: House, { request, reply }: Exchange): void {
	const { opened } = readCards(request.cookies[cookieNames.card]);
	if (opened.length > 0) sendCards(house, reply, { current: null, opened });
}

/** "Xong, trả máy": the device no longer learns as any of them, and is again what it was before. */
export async function leaveCard(house: House, { request, reply }: Exchange): Promise<void> {
	if (!hasOpenCard(request.cookies)) return;
	const { opened } = readCards(request.cookies[cookieNames.card]);
	await house.store.transact((tx) =>
		dropCardSessions(
			tx,
			opened.map(({ token }) => hashToken(token))
		)
	);
	takeCookieBack(reply, house.config, cookieNames.card);
	request.actor = withoutCard(request.actor);
}

/** Whoever enters an account while somebody's card is open is somebody else: that learning is not hers to claim. */
export function withoutCard(actor: Actor): Actor {
	return actor.card === null ? actor : { ...actor, learnerId: null, card: null };
}

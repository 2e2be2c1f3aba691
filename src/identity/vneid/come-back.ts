import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import { randomToken } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { addSession, endSession } from '../session-queries.ts';
import type { Issued } from '../tokens.ts';
import type { VouchedPerson } from './claims.ts';
import { hashesOf, keptOf } from './number-vault.ts';
import { changeIdentity, findIdentity, findIdentityOf } from './queries.ts';
import { accountClosed, hasAnother, troubles } from './refusals.ts';
import type { NewTrip, Returned } from './schemas.ts';
import { endTrip, rememberTrip, rememberWaiting, type OwnTrip } from './trips.ts';
import { brokenOff, withProvider, type VneidHouse } from './vneid-house.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Sends somebody on a trip to the provider: where to, with all that is needed to know her again kept by her browser. */
export async function beginTrip(house: VneidHouse, exchange: Exchange, asked: NewTrip): Promise<{ url: string }> {
	const { url, trip } = await withProvider(house, (provider) => provider.begin(exchange.request.lang));
	const startedAt = house.clock.now().getTime();
	await rememberTrip(house, exchange, { ...trip, purpose: asked.purpose, next: asked.next ?? null, startedAt });
	return { url };
}

/**
 * Takes in somebody who comes back from the provider. Whoever is known comes in, with what the provider says of her
 * noted anew; whoever is not waits in her browser until she says whose account she is.
 */
export async function comeBack(
	house: VneidHouse,
	exchange: Exchange,
	{ query, device }: { query: string; device: string }
): Promise<{ returned: Returned; issued: Issued | null }> {
	const trip = await endTrip(house, exchange, new URLSearchParams(query).get('state') ?? '');
	if (!trip) {
		house.log.warn({ trouble: 'stale', why: 'no such trip' }, brokenOff);
		throw troubles.stale();
	}
	const person = await withProvider(house, (provider) => provider.finish(query, trip));
	const { actor } = exchange.request;
	const issued = await house.store.transact((tx) => enterAs(house, tx, { actor, person, trip, device }));
	const { next } = trip;
	if (issued === 'waits') {
		const waiting = { id: randomToken(12), person, next, since: house.clock.now().getTime() };
		await rememberWaiting(house, exchange.reply, waiting);
		return { returned: { outcome: 'waits', next }, issued: null };
	}
	return { returned: { outcome: issued ? 'entered' : 'joined', next }, issued };
}

type Known = NonNullable<Awaited<ReturnType<typeof findIdentity>>>;

interface Entering {
	actor: Actor;
	person: VouchedPerson;
	trip: OwnTrip;
	device: string;
}

/** A session for whoever this is; null where she is in already. */
async function enterAs(
	house: VneidHouse,
	tx: Writer,
	{ actor, person, trip, device }: Entering
): Promise<Issued | null | 'waits'> {
	const known = await findIdentity(tx, await hashesOf(tx, house.secrets, person));
	if (trip.purpose === 'join' && actor.accountId !== null && actor.accountId !== known?.accountId) {
		// Told before she reads and types anything; one that is another account's may make the two become one.
		if (await findIdentityOf(tx, actor.accountId)) throw hasAnother();
		return 'waits';
	}
	if (!known) return 'waits';
	return enterKnown(house, tx, { known, actor, person, device });
}

async function enterKnown(
	house: VneidHouse,
	tx: Writer,
	{ known, actor, person, device }: Omit<Entering, 'trip'> & { known: Known }
): Promise<Issued | null> {
	const { accountId } = known;
	if (known.closedAt !== null) throw accountClosed();
	const now = house.clock.now();
	const { name, birthDate, level, issuer } = person;
	await changeIdentity(tx, accountId, {
		...(await keptOf(tx, house, person)),
		...{ issuer, name, birthDate, level, checkedAt: now }
	});
	if (actor.accountId === accountId) return null;
	if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
	return addSession(tx, { accountId, device, now });
}

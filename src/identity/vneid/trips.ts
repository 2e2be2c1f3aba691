import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../../platform/house.ts';
import { sendCookie, takeCookieBack } from '../../platform/http/cookies.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import type { VouchedPerson } from './claims.ts';
import type { Trip } from './provider.ts';
import { otherWaits } from './refusals.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };
type Means = Pick<House, 'clock' | 'config' | 'secrets'>;

/** A trip to the provider that this browser is on. */
export interface OwnTrip extends Trip {
	purpose: 'enter' | 'join';
	/** Where to go on afterwards, within the site. */
	next: string | null;
	startedAt: number;
}

/** Somebody the provider has vouched for, who is to say whose account she is. */
export interface Waiting {
	/** Tells this one from whoever comes after her in the same browser. */
	id: string;
	person: VouchedPerson;
	next: string | null;
	since: number;
}

const names = { trips: 'vneid', waiting: 'vneid_cho' } as const;
/** How long a trip may take, and how long somebody may think about it afterwards. */
const seconds = { trips: 10 * 60, waiting: 15 * 60 } as const;
/** Tabs that are on the way at once; the oldest is forgotten. */
const mostTrips = 3;

/**
 * Trips are kept by the browser that is on them, locked: nothing is written here for a stranger, any process can take
 * the answer, and no other browser can bring one in.
 */
export async function rememberTrip(means: Means, { request, reply }: Exchange, trip: OwnTrip): Promise<void> {
	const trips = [trip, ...(await tripsOf(means, request))].slice(0, mostTrips);
	await keep(means, reply, { name: 'trips', value: trips });
}

/** The trip with this state, which is then over; null for one that this browser is not on. */
export async function endTrip(means: Means, { request, reply }: Exchange, state: string): Promise<OwnTrip | null> {
	const trips = await tripsOf(means, request);
	const found = trips.find((trip) => trip.state === state) ?? null;
	const left = trips.filter((trip) => trip !== found);
	if (left.length > 0) await keep(means, reply, { name: 'trips', value: left });
	else takeCookieBack(reply, means.config, names.trips);
	return found;
}

async function tripsOf(means: Means, request: FastifyRequest): Promise<OwnTrip[]> {
	const trips = (await kept<OwnTrip[]>(means, request, 'trips')) ?? [];
	return trips.filter(({ startedAt }) => isFresh(means, startedAt, 'trips'));
}

export async function rememberWaiting(means: Means, reply: FastifyReply, waiting: Waiting): Promise<void> {
	await keep(means, reply, { name: 'waiting', value: waiting });
}

/**
 * Who waits in this browser, or null. Where another tab has brought somebody else since a page showed who waits, what
 * was said on that page is not about her: refused.
 * @param shown whom the page showed, where it says so
 */
export async function waitingIn(means: Means, request: FastifyRequest, shown?: string): Promise<Waiting | null> {
	const waiting = await kept<Waiting>(means, request, 'waiting');
	if (!waiting || !isFresh(means, waiting.since, 'waiting')) return null;
	if (shown !== undefined && shown !== waiting.id) throw otherWaits();
	return waiting;
}

export function forgetWaiting({ config }: Means, reply: FastifyReply): void {
	takeCookieBack(reply, config, names.waiting);
}

type Name = keyof typeof names;

async function keep(
	{ secrets, config }: Means,
	reply: FastifyReply,
	{ name, value }: { name: Name; value: unknown }
): Promise<void> {
	const locked = await seal(secrets.keyFor(`vneid-${name}`), value);
	sendCookie(reply, config, { name: names[name], value: locked, maxAge: seconds[name] });
}

async function kept<T>({ secrets }: Means, { cookies }: FastifyRequest, name: Name): Promise<T | null> {
	return unseal<T>(secrets.keyFor(`vneid-${name}`), cookies[names[name]] ?? '');
}

function isFresh({ clock }: Means, since: number, name: Name): boolean {
	return clock.now().getTime() - since < seconds[name] * 1000;
}

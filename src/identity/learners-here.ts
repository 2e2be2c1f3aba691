import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { hashToken } from '../platform/ids.ts';
import { setCardsAside } from './card-session.ts';
import { mostLearners, newDevice, readDevice, tokenOf, type Device } from './device-cookie.ts';
import { sendDevice } from './devices.ts';
import { readPeople } from './people-here.ts';
import { listDeviceLearners } from './queries.ts';
import { noSuchLearnerHere } from './refusals.ts';
import type { PeopleHere } from './schemas.ts';
import { endSession } from './session-queries.ts';
import { clearTokens, cookieNames } from './tokens.ts';

/** Who has learnt on this device before, as far as the device itself remembers: the latest first. */
export async function listPeopleHere(house: House, request: FastifyRequest): Promise<PeopleHere> {
	const { actor, cookies } = request;
	const here = readPeople(house.secrets, cookies[cookieNames.people]);
	const device = readDevice(house.secrets, cookies[cookieNames.device]);
	const learners = device ? await learnersOf(house, device) : [];
	return {
		people: (here?.people ?? []).map((each) => ({ ...each, current: each.accountId === actor.accountId })),
		learners: learners.map(({ number, createdAt }) => ({
			number,
			since: createdAt.toISOString(),
			current: actor.accountId === null && actor.card === null && number === device?.current
		}))
	};
}

/** The learners without an account on this device whom nobody has claimed; the one made last comes first. */
async function learnersOf({ store }: House, device: Device) {
	const numbers = Array.from({ length: device.highest + 1 }, (_, i) => device.highest - i);
	const hashes = new Map(numbers.map((number) => [hashToken(tokenOf(device, number)), number]));
	const rows = await listDeviceLearners(store.read, [...hashes.keys()]);
	return rows
		.map(({ tokenHash, createdAt }) => ({ number: hashes.get(tokenHash) ?? 0, createdAt }))
		.sort((a, b) => b.number - a.number);
}

/**
 * Goes on without an account: as one of those who learn on this device that way or, without a number, as somebody new,
 * for whom a row is made at the first answer. Whoever was signed in is signed out here; nobody's learning is touched.
 */
export async function goOnWithoutAccount(
	house: House,
	{ request, reply }: { request: FastifyRequest; reply: FastifyReply },
	number: number | undefined
): Promise<Actor> {
	const { actor, cookies } = request;
	const device = readDevice(house.secrets, cookies[cookieNames.device]) ?? newDevice();
	const next = number === undefined ? await asSomebodyNew(house, device) : { ...device, current: number };
	const learners = number === undefined ? [] : await learnersOf(house, device);
	if (number !== undefined && !learners.some((each) => each.number === number)) throw noSuchLearnerHere();
	setCardsAside(house, { request, reply });
	const { sessionId } = actor;
	if (sessionId !== null) await house.store.transact((tx) => endSession(tx, sessionId, house.clock.now()));
	clearTokens(house, reply);
	sendDevice(house, reply, next);
	const [found] = await listDeviceLearners(house.store.read, [hashToken(tokenOf(next))]);
	const learnerId = found?.learnerId ?? null;
	return { ...actor, learnerId, deviceLearnerId: null, accountId: null, sessionId: null, card: null, grants: [] };
}

/** The next number that nobody learns under. Past the last one the device begins anew. */
async function asSomebodyNew(house: House, device: Device): Promise<Device> {
	const used = new Set((await learnersOf(house, device)).map(({ number }) => number));
	if (!used.has(device.highest)) return { ...device, current: device.highest };
	const highest = device.highest + 1;
	return highest < mostLearners ? { ...device, current: highest, highest } : newDevice();
}

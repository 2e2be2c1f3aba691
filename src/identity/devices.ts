import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../platform/house.ts';
import { sendCookie } from '../platform/http/cookies.ts';
import { hashToken } from '../platform/ids.ts';
import { isUniqueViolation } from '../platform/persistence/dialect.ts';
import type { Secrets } from '../platform/secrets.ts';
import { callerOf, takeNew } from './caller.ts';
import { newDevice, readDevice, tokenOf, writtenDevice, type Device } from './device-cookie.ts';
import { learnersPerDevice } from './limits.ts';
import { addDevice, addLearner, findDeviceLearner, forgetDevices } from './queries.ts';
import { cookieNames } from './tokens.ts';

const deviceCookieSeconds = 400 * 24 * 3600;

/**
 * The learner behind a request; on a device that has none yet, one is made. Call it when there is something to keep (a
 * checked answer), never for a view. The device has its cookie since it was sent a page on which something can begin
 * (see `newcomersCookie`), so first answers that come at the same moment find the same learner; only a client that
 * keeps no cookies is given one here.
 */
export async function ensureDeviceLearner(house: House, request: FastifyRequest, reply: FastifyReply): Promise<string> {
	if (request.actor.learnerId !== null) return request.actor.learnerId;
	const given = readDevice(house.secrets, request.cookies[cookieNames.device]);
	const device = given?.marked ? given : newDevice();
	await takeNew(house, callerOf(house, request), learnersPerDevice);
	const tokenHash = hashToken(tokenOf(device));
	const make = () => findOrMake(house, tokenHash);
	const learnerId = await make().catch((error: unknown) => {
		if (isUniqueViolation(error)) return make(); // the loser of a race finds the winner's
		throw error;
	});
	if (!given?.marked) sendDevice(house, reply, device);
	request.actor = { ...request.actor, learnerId };
	return learnerId;
}

function findOrMake({ store, clock }: House, tokenHash: string): Promise<string> {
	return store.transact(async (tx) => {
		const known = await findDeviceLearner(tx, tokenHash);
		if (known && !known.claimed) return known.learnerId;
		if (known) await forgetDevices(tx, known.learnerId);
		const id = await addLearner(tx, clock.now());
		await addDevice(tx, { tokenHash, learnerId: id, createdAt: clock.now() });
		return id;
	});
}

/** Gives the device its cookie anew. */
export function sendDevice(house: House, reply: FastifyReply, device: Device): void {
	const value = writtenDevice(house.secrets, device);
	sendCookie(reply, house.config, { name: cookieNames.device, value, maxAge: deviceCookieSeconds });
}

/** The cookie that a browser is given with the first page on which something can begin; null where it has one. */
export function newcomersCookie(secrets: Secrets, cookies: Record<string, string | undefined>) {
	if (readDevice(secrets, cookies[cookieNames.device])) return null;
	return { name: cookieNames.device, value: writtenDevice(secrets, newDevice()), maxAge: deviceCookieSeconds };
}

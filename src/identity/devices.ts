import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../platform/house.ts';
import { cookieOptions } from '../platform/http/cookies.ts';
import { hashToken, randomToken } from '../platform/ids.ts';
import { addDevice, addLearner } from './queries.ts';
import { cookieNames } from './tokens.ts';

const deviceCookieSeconds = 400 * 24 * 3600;

/**
 * The learner behind a request; on a device that has none yet, one is made and the device given its cookie. Call it
 * when there is something to keep (a checked answer), never for a view.
 */
export async function ensureDeviceLearner(house: House, request: FastifyRequest, reply: FastifyReply): Promise<string> {
	if (request.actor.learnerId !== null) return request.actor.learnerId;
	const token = randomToken(24);
	const now = house.clock.now();
	const learnerId = await house.store.transact(async (tx) => {
		const id = await addLearner(tx, now);
		await addDevice(tx, { tokenHash: hashToken(token), learnerId: id, createdAt: now });
		return id;
	});
	void reply.setCookie(cookieNames.device, token, cookieOptions(house.config, deviceCookieSeconds));
	request.actor = { ...request.actor, learnerId };
	return learnerId;
}

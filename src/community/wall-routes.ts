import type { FastifyRequest } from 'fastify';
import { ensureDeviceLearner } from '../identity/index.ts';
import { countedAddress } from '../platform/http/address.ts';
import type { TypedApi } from '../platform/http/api.ts';
import { checkCode, comeByCode, readWall } from './come-by-code.ts';
import type { CommunityHouse } from './community-house.ts';
import { CodeParams, OwnName, WallView } from './schemas.ts';
import { unlessGuessing, type Guesser } from './unless-guessing.ts';

const tags = ['community'];
const everyone = { access: 'public' } as const;

/** The code on the wall: whoever stands before it says that she is here. */
export function wallRoutes(api: TypedApi, house: CommunityHouse): void {
	const params = CodeParams;
	const guesserOf = (request: FastifyRequest): Guesser => ({
		address: countedAddress(request, house.config),
		who: request.actor.accountId ?? request.actor.learnerId
	});
	const look = 'The session whose code hangs on the wall, and whether one is in its list';
	api.get(
		'/class-codes/:code',
		{ config: everyone, schema: { tags, summary: look, params, response: { 200: WallView } } },
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			const { actor, params } = request;
			return unlessGuessing(house, guesserOf(request), () => readWall(house, actor, params.code));
		}
	);
	const come = 'Says that one is here, with the code on the wall, while the session is on';
	api.post(
		'/class-codes/:code/attendance',
		{ config: everyone, schema: { tags, summary: come, params, body: OwnName, response: { 200: WallView } } },
		async (request, reply) => {
			const { code } = request.params;
			await unlessGuessing(house, guesserOf(request), () => checkCode(house, code));
			const learnerId = await ensureDeviceLearner(house, request, reply);
			const hasName = request.actor.accountId !== null || request.actor.card !== null;
			await comeByCode(house, { learnerId, hasName }, { code, name: request.body.name });
			return readWall(house, request.actor, code);
		}
	);
}

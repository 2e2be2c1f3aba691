import type { FastifyRequest } from 'fastify';
import type { House } from '../platform/house.ts';
import type { TypedApi } from '../platform/http/api.ts';
import { callerOf } from './caller.ts';
import { withoutCard } from './card-session.ts';
import { deviceLabel } from './device-label.ts';
import { Me, TryLinkView, TryToken } from './schemas.ts';
import { readTryLink, useTryLink } from './try-links.ts';
import { welcome } from './welcome.ts';

const tags = ['identity'];
const everyone = { access: 'public' } as const;

/** Links by which anybody tries the roles of the sample. */
export function tryRoutes(api: TypedApi, house: House): void {
	const caller = (request: FastifyRequest) => ({ caller: callerOf(house, request) });
	const who = 'Who one would be by a link for trying things out';
	api.get(
		'/try-links/:token',
		{ config: everyone, schema: { tags, summary: who, params: TryToken, response: { 200: TryLinkView } } },
		async (request) => readTryLink(house, { ...request.params, ...caller(request) })
	);
	const enter = 'Signs in as somebody made up, by a link for trying things out';
	api.post(
		'/try-links/use',
		{ config: everyone, schema: { tags, summary: enter, body: TryToken, response: { 201: Me } } },
		async (request, reply) => {
			const device = deviceLabel(request.headers['user-agent']);
			const issued = await useTryLink(house, withoutCard(request.actor), {
				...{ ...request.body, device },
				...caller(request)
			});
			return reply.code(201).send(await welcome(house, issued, { request, reply }));
		}
	);
}

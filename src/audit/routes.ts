import type { FastifyPluginAsync } from 'fastify';
import { Readable } from 'node:stream';
import { dayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { say } from '../platform/messages/index.ts';
import { openChainCheck } from './check-chain.ts';
import { exportTrail } from './export-trail.ts';
import { trailReaders } from './queries.ts';
import { readOwnTrail } from './read-own-trail.ts';
import { readTrail } from './read-trail.ts';
import { AuditCheck, AuditList, AuditQuery, ExportQuery, OwnAuditList, OwnAuditQuery } from './schemas.ts';

const tags = ['audit'];
const readers = { access: trailReaders } as const;
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** Reading what people with a role did: their administrators all of it, everyone what concerns her own account. */
export function auditRoutes(house: House): FastifyPluginAsync {
	return async (app) => {
		reading(typed(app), house);
		exporting(typed(app), house);
		ownAccount(typed(app), house);
	};
}

function reading(api: TypedApi, house: House): void {
	const list = 'What people with a role did within the places one administers, newest first';
	api.get(
		'/audit',
		{ config: readers, schema: { tags, summary: list, querystring: AuditQuery, response: { 200: AuditList } } },
		(request) => readTrail(house, request.actor, request.query)
	);
	const check = 'Whether the chain of entries is whole, and where it is broken; found anew once a minute at most';
	const checkChain = openChainCheck(house);
	api.get('/audit/check', { config: readers, schema: { tags, summary: check, response: { 200: AuditCheck } } }, () =>
		checkChain()
	);
}

function exporting(api: TypedApi, house: House): void {
	const summary =
		'All one may read, oldest first, as CSV or JSON lines. The first row after the names (the first line) states the head of the chain. The export itself is recorded.';
	api.get(
		'/audit/export',
		{
			config: readers,
			exposeHeadRoute: false,
			schema: { tags, summary, produces: Object.values(types), querystring: ExportQuery }
		},
		async (request, reply) => {
			const { format } = request.query;
			const { head, pieces } = await exportTrail(house, request.actor, request.query);
			const file = `${say(request.lang, 'audit.file')}-${dayInVietNam(house.clock.now())}.${format}`;
			return reply
				.headers({
					'content-disposition': `attachment; filename="${file}"`,
					'x-audit-head': `${head.count} ${head.hash}`
				})
				.type(types[format])
				.send(Readable.from(pieces));
		}
	);
}

function ownAccount(api: TypedApi, house: House): void {
	const own = 'Who looked at one’s own account or changed it: role, place and time, without names';
	api.get(
		'/me/audit',
		{
			config: { access: 'account' },
			schema: { tags, summary: own, querystring: OwnAuditQuery, response: { 200: OwnAuditList } }
		},
		(request) => readOwnTrail(house, request.actor, request.query)
	);
}

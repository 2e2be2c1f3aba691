import type { FastifyPluginAsync } from 'fastify';
import { countedAddress } from '../platform/http/address.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { say } from '../platform/messages/index.ts';
import type { CertifyHouse, ConfirmingHouse } from './certify-house.ts';
import { correctName } from './correct-name.ts';
import { badgeRoutes } from './credential/badge-routes.ts';
import { credentialRoutes } from './credential/routes.ts';
import { elsewhereRoutes } from './elsewhere/routes.ts';
import { issueRecord } from './issue-record.ts';
import { listRecordRules, RecordRuleList } from './kinds/rules-view.ts';
import { listRoutes } from './lists/routes.ts';
import { openPress } from './paper/press.ts';
import { printRecord } from './print-record.ts';
import { listKeys, listRecords, readRecord } from './read-records.ts';
import {
	CodeParams,
	KeyList,
	NameCorrection,
	NewRecord,
	RecordList,
	RecordView,
	Verification,
	Withdrawal
} from './schemas.ts';
import { sealRoutes } from './seal/routes.ts';
import { openSealer } from './seal/sealer.ts';
import { registerRoutes } from './register/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { shareRoutes } from './shares/routes.ts';
import { unlessGuessing } from './unless-guessing.ts';
import { verifyRecord } from './verify-record.ts';
import { withdrawRecord } from './withdraw-record.ts';

const tags = ['certify'];
const params = CodeParams;
/** Viewers of PDF style their own pages; nothing in the file runs. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Completion records: collecting, reading, printing, withdrawing, and checking them without an account. */
export function certifyRoutes(house: ConfirmingHouse): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		collecting(api, house);
		correcting(api, house);
		printing(api, house);
		withdrawing(api, house);
		verifying(api, house);
		credentialRoutes(api, house);
		badgeRoutes(api, house);
		registerRoutes(api, house);
		listRoutes(api, house);
		shareRoutes(api, house);
		elsewhereRoutes(api, house);
		resultRoutes(api, house);
	};
}

function collecting(api: TypedApi, house: CertifyHouse): void {
	const mine = { config: { access: 'learner' as const } };
	api.post(
		'/records',
		{
			...mine,
			schema: {
				tags,
				summary: 'Collects the record of a passed quiz, with the name as it is to stand on it',
				body: NewRecord,
				response: { 200: RecordView, 201: RecordView }
			}
		},
		async (request, reply) => {
			const { record, created } = await issueRecord(house, request.actor, request.body);
			return reply.code(created ? 201 : 200).send(record);
		}
	);
	api.get(
		'/records',
		{
			...mine,
			schema: { tags, summary: 'The records I hold, and those I can collect', response: { 200: RecordList } }
		},
		(request) => listRecords(house, request.actor)
	);
	api.get(
		'/records/:code',
		{ ...mine, schema: { tags, summary: 'One of my records', params, response: { 200: RecordView } } },
		(request) => readRecord(house, request.actor, request.params.code)
	);
}

/** Putting the name right on what was issued. */
function correcting(api: TypedApi, house: CertifyHouse): void {
	api.post(
		'/records/:code/name',
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Puts the name on one of my records right: a new record takes its place',
				params,
				body: NameCorrection,
				response: { 201: RecordView }
			}
		},
		async (request, reply) =>
			reply.code(201).send(await correctName(house, request.actor, { ...request.params, ...request.body }))
	);
}

function printing(api: TypedApi, house: CertifyHouse): void {
	const press = openPress(house.log);
	const sealer = openSealer(house);
	sealRoutes(api, { ...house, sealer });
	api.addHook('onClose', () => press.close());
	api.get(
		'/records/:code/pdf',
		{
			config: { access: 'learner' },
			schema: { tags, summary: 'The record on a page of A4', produces: ['application/pdf'], params }
		},
		async (request, reply) => {
			const { code, pdf } = await printRecord({ ...house, press, sealer }, request.actor, request.params.code);
			const file = `${say(request.lang, 'certify.sheet-file')}-${code}.pdf`;
			return reply
				.headers({
					'content-disposition': `inline; filename="${file}"`,
					'content-security-policy': pdfPolicy,
					'x-robots-tag': 'noindex'
				})
				.type('application/pdf')
				.send(pdf);
		}
	);
}

function withdrawing(api: TypedApi, house: CertifyHouse): void {
	api.post(
		'/records/:code/withdrawal',
		{
			config: { access: ['administrator'] },
			schema: {
				tags,
				summary: 'Withdraws a record, with a reason that anyone can read',
				params,
				body: Withdrawal,
				response: { 200: RecordView }
			}
		},
		(request) => withdrawRecord(house, request.actor, { ...request.params, ...request.body })
	);
}

function verifying(api: TypedApi, house: CertifyHouse): void {
	api.get(
		'/verifications/:code',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'Whether a record is genuine and still valid', params, response: { 200: Verification } }
		},
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			return unlessGuessing(house, {
				address: countedAddress(request, house.config),
				verify: () => verifyRecord({ store: house.store, log: request.log }, request.params.code),
				misses: ({ status }) => (status === 'unknown' || status === 'mistyped' ? 1 : 0)
			});
		}
	);
	api.get(
		'/record-rules',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'When a record is given for a group, a skill or a very good result',
				response: { 200: RecordRuleList }
			}
		},
		({ lang }) => Promise.resolve(listRecordRules(house, lang))
	);
	api.get(
		'/signing-keys',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'The public keys that records are signed with', response: { 200: KeyList } }
		},
		() => listKeys(house)
	);
}

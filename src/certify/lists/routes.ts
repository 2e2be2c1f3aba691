import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { take, type Limit } from '../../platform/allowance.ts';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { say } from '../../platform/messages/index.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { noListSent, listTooLarge } from '../refusals.ts';
import { unlessGuessing } from '../unless-guessing.ts';
import { bytesIn, FormQuery, takingFiles } from '../uploads.ts';
import { listCsv } from './list-csv.ts';
import { linesIn } from './list-file.ts';
import { CheckedList, CodeList } from './schemas.ts';
import { missesIn, verifyList } from './verify-list.ts';

const tags = ['certify'];
const config = { access: 'public' } as const;
/** Lists from one address: a list is much work, and nobody has a new one every few seconds. */
const lists: Limit = { name: 'code-lists', free: 60, minutes: 10 };

/** Checking many records at once, for whoever has a list of codes; without an account. */
export function listRoutes(api: TypedApi, house: CertifyHouse): void {
	const summary = 'Whether the records in a list of codes are genuine and still valid, at most 500 at once';
	api.post(
		'/verifications',
		{ config, schema: { tags, summary, body: CodeList, response: { 200: CheckedList } } },
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			return checked(house, request, request.body.rows);
		}
	);
	const backTo = (code: string) => `/xac-minh/nhieu?sai=${encodeURIComponent(code)}#tep`;
	takingFiles(api, backTo, (scope) => checkingFiles(scope, house));
}

function checkingFiles(api: TypedApi, house: CertifyHouse): void {
	const summary = 'The same for a file (text, CSV or a workbook, multipart/form-data); the answer is a CSV file';
	api.post(
		'/verification-files',
		{
			config,
			schema: {
				tags,
				summary,
				consumes: ['multipart/form-data'],
				querystring: FormQuery,
				response: { 200: Type.String({ description: 'The list as CSV' }), 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const file = await bytesIn(request, { none: noListSent, tooLarge: listTooLarge });
			const list = await checked(house, request, await linesIn(file));
			const lang = request.query.page ?? request.lang;
			return reply
				.type('text/csv; charset=utf-8')
				.header('content-disposition', `attachment; filename="${say(lang, 'lists.file')}.csv"`)
				.header('x-robots-tag', 'noindex')
				.send(listCsv(list, lang));
		}
	);
}

async function checked(house: CertifyHouse, request: FastifyRequest, lines: readonly string[]): Promise<CheckedList> {
	const address = countedAddress(request, house.config);
	if (address !== null) await take(house, [[lists, address]]);
	const verify = () => verifyList({ store: house.store, log: request.log }, lines);
	return unlessGuessing(house, { address, verify, misses: missesIn });
}

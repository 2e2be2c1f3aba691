import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { itemReaders } from '../../assess/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { typed, type TypedApi } from '../../platform/http/api.ts';
import { answerError } from '../../platform/http/problems.ts';
import { Refusal } from '../../platform/refusal.ts';
import { mostFileBytes } from '../read-any.ts';
import { ExportQuery, ExportView, FormQuery, ImportQuery, ImportView, UploadKept, UploadParams } from './schemas.ts';
import {
	exportBank,
	exportTemplate,
	keepUpload,
	previewImport,
	readExport,
	takeImport,
	type ExchangeHouse
} from './use-cases.ts';

const tags = ['exchange'];
const config = { access: itemReaders } as const;
const limits = { fileSize: mostFileBytes, files: 1, fields: 2, parts: 3, headerPairs: 20 };
const endings = { gift: 'gift', qti: 'zip', sheet: 'xlsx' } as const;
const types: Record<string, string> = {
	gift: 'text/plain; charset=utf-8',
	zip: 'application/zip',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** Questions for other programs and from them, for editors: nothing of it changes what is taught. */
export function exchangeRoutes(house: ExchangeHouse): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		exporting(api, house);
		void api.register(async (scope) => {
			await scope.register(multipart, { limits });
			scope.setErrorHandler(backToForm);
			uploading(typed(scope), house);
		});
		importing(api, house);
	};
}

function file(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
	return reply
		.type(types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream')
		.header('content-disposition', `attachment; filename="${name}"`)
		.header('cache-control', 'private, no-store')
		.send(Buffer.from(bytes));
}

function exporting(api: TypedApi, house: ExchangeHouse): void {
	const losses = 'How many questions a file for other programs would hold, and what of them it can’t';
	api.get(
		'/question-exchange',
		{ config, schema: { tags, summary: losses, querystring: ExportQuery, response: { 200: ExportView } } },
		({ actor, query, lang }) => readExport(house, actor, { query, lang })
	);
	const take = 'The questions as GIFT, a QTI 3.0 package or a workbook, with their keys';
	api.get(
		'/question-exchange/file',
		{ config, exposeHeadRoute: false, schema: { tags, summary: take, querystring: ExportQuery } },
		async ({ actor, query, lang }, reply) => {
			const { bytes } = await exportBank(house, actor, { query, lang });
			return file(reply, `cau-hoi-${dayInVietNam(house.clock.now())}.${endings[query.format]}`, bytes);
		}
	);
	api.get(
		'/question-exchange/template',
		{ config, exposeHeadRoute: false, schema: { tags, summary: 'An empty workbook for questions, with instructions' } },
		async ({ actor, lang }, reply) => file(reply, 'mau-cau-hoi.xlsx', await exportTemplate(actor, lang))
	);
}

function uploading(api: TypedApi, house: ExchangeHouse): void {
	const summary = 'Takes a file of questions (multipart/form-data) to be looked at; it is kept for an hour';
	api.post(
		'/question-imports',
		{
			config,
			schema: {
				...{ tags, summary, consumes: ['multipart/form-data'], querystring: FormQuery },
				response: { 201: UploadKept, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const id = await keepUpload(house, request.actor, request);
			if (request.query.page) return reply.redirect(pageOf(request, `tep=${id}`), 303);
			return reply.code(201).send({ id });
		}
	);
}

/** A plain form goes back to its page with what was wrong; everybody else gets the problem itself. */
function backToForm(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
	const { page } = request.query as { page?: string };
	const mayGoBack = error instanceof Refusal && error.kind !== 'forbidden' && (page === 'vi' || page === 'en');
	if (!mayGoBack) return answerError(error, request, reply);
	void reply.redirect(pageOf(request, `sai=${encodeURIComponent(error.code)}`), 303);
}

function pageOf({ query }: FastifyRequest<object>, said: string): string {
	const prefix = (query as { page?: string }).page === 'en' ? '/en' : '';
	return `${prefix}/bien-tap/cau-hoi/trao-doi?${said}#nhap`;
}

function importing(api: TypedApi, house: ExchangeHouse): void {
	const schema = { tags, params: UploadParams, querystring: ImportQuery };
	const look = 'What would come of an uploaded file, line by line';
	api.get(
		'/question-imports/:id',
		{ config, schema: { ...schema, summary: look, response: { 200: ImportView } } },
		({ actor, params: { id }, query, lang }) => previewImport(house, actor, { id, query, lang })
	);
	const take = 'The Markdown that would come of it, as an archive laid out as the content folder is';
	api.get(
		'/question-imports/:id/markdown',
		{ config, exposeHeadRoute: false, schema: { ...schema, summary: take } },
		async ({ actor, params: { id }, query, lang }, reply) =>
			file(reply, 'cau-hoi-markdown.zip', await takeImport(house, actor, { id, query, lang }))
	);
}

import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { typed, type TypedApi } from '../../platform/http/api.ts';
import { answerError } from '../../platform/http/problems.ts';
import type { House } from '../../platform/house.ts';
import { say } from '../../platform/messages/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { IdParams } from '../schemas.ts';
import { managers } from '../who-may.ts';
import { dropImport, faultsCsv, readImport, readImports, startImport, templateCsv, undoImport } from './keep-import.ts';
import { fileTooLarge, noFileSent } from './refusals.ts';
import { ImportList, ImportsQuery, ImportView, Kept, TemplateQuery, UploadQuery } from './schemas.ts';
import { sendFile } from './send-file.ts';

const tags = ['assign'];
const config = { access: managers } as const;
const withPeople = { access: managers, showsPeople: true } as const;
const params = IdParams;
const one = { 200: ImportView };
const limits = { fileSize: 20_000_000, files: 1, fields: 2, parts: 3, headerPairs: 20 };

/** Staff lists and places from spreadsheets: looked at first, then brought in, and taken back. */
export function importRoutes(api: TypedApi, house: House): void {
	void api.register(async (scope) => {
		await scope.register(multipart, { limits });
		scope.setErrorHandler(backToForm);
		uploading(typed(scope), house);
	});
	reading(api, house);
	acting(api, house);
}

function uploading(api: TypedApi, house: House): void {
	const summary =
		'Takes a spreadsheet (multipart/form-data); in the background each row is looked at: whether it can be brought in';
	api.post(
		'/import-files',
		{
			config: withPeople,
			schema: {
				...{ tags, summary, consumes: ['multipart/form-data'], querystring: UploadQuery },
				response: { 201: Kept, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const { placeId, kind = 'staff', page } = request.query;
			const id = await sendFile(house, request.actor, { placeId, kind, bytes: await bytesIn(request) });
			if (page) return reply.redirect(`${page === 'en' ? '/en' : ''}/nhap-bang/${id}`, 303);
			return reply.code(201).send({ id });
		}
	);
}

async function bytesIn(request: FastifyRequest): Promise<Uint8Array> {
	if (!request.isMultipart()) throw noFileSent();
	const part = await request.file().catch(() => undefined);
	const bytes = await part?.toBuffer().catch((error: { code?: string }) => {
		throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? fileTooLarge() : noFileSent();
	});
	if (!bytes?.length) throw noFileSent();
	return bytes;
}

/** A plain form goes back to its page with what was wrong; everybody else gets the problem itself. */
function backToForm(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
	const { page, kind, placeId = '' } = request.query as { page?: string; kind?: string; placeId?: string };
	const mayGoBack = error instanceof Refusal && error.kind !== 'forbidden' && (page === 'vi' || page === 'en');
	if (!mayGoBack) return answerError(error, request, reply);
	const values = new URLSearchParams({ 'don-vi': placeId, ...(kind === 'places' && { loai: 'noi' }), sai: error.code });
	void reply.redirect(`${page === 'en' ? '/en' : ''}/nhap-bang?${values.toString()}#tep`, 303);
}

function reading(api: TypedApi, house: House): void {
	const list = 'The latest spreadsheets of one kind that were brought into a place';
	api.get(
		'/imports',
		{ config, schema: { tags, summary: list, querystring: ImportsQuery, response: { 200: ImportList } } },
		({ actor, query: { placeId, kind = 'staff' } }) => readImports(house, actor, { placeId, kind })
	);
	const view = 'One spreadsheet: how far it is, and its first rows with faults';
	api.get('/imports/:id', { config: withPeople, schema: { tags, summary: view, params, response: one } }, (request) =>
		readImport(house, request.actor, request.params.id)
	);
	const faults = 'All its rows with faults as CSV';
	api.get(
		'/imports/:id/faults',
		{ config: withPeople, exposeHeadRoute: false, schema: { tags, summary: faults, params } },
		async ({ actor, params, lang }, reply) =>
			csv(reply, say(lang, 'imports.file-name'), await faultsCsv(house, actor, { id: params.id, lang }))
	);
	const template = 'A spreadsheet of one kind with headings and one made-up row';
	api.get(
		'/import-template',
		{ config, exposeHeadRoute: false, schema: { tags, summary: template, querystring: TemplateQuery } },
		async ({ lang, query: { kind = 'staff' } }, reply) =>
			csv(reply, say(lang, `imports.template-name-${kind}`), templateCsv(kind, lang))
	);
}

function csv(reply: FastifyReply, name: string, text: string): FastifyReply {
	return reply
		.type('text/csv; charset=utf-8')
		.header('content-disposition', `attachment; filename="${name}.csv"`)
		.send(text);
}

function acting(api: TypedApi, house: House): void {
	const start = 'Brings its good rows in, in the background';
	api.post(
		'/imports/:id/start',
		{ config: withPeople, schema: { tags, summary: start, params, response: one } },
		async ({ actor, params }) => {
			await startImport(house, actor, params.id);
			return readImport(house, actor, params.id);
		}
	);
	const undo = 'Takes back what it brought in, as far as nobody has built on it';
	api.post(
		'/imports/:id/undoing',
		{ config: withPeople, schema: { tags, summary: undo, params, response: one } },
		async ({ actor, params }) => {
			await undoImport(house, actor, params.id);
			return readImport(house, actor, params.id);
		}
	);
	const drop = 'Drops a spreadsheet that was not brought in';
	api.delete(
		'/imports/:id',
		{ config, schema: { tags, summary: drop, params, response: { 204: Type.Null() } } },
		async ({ actor, params }, reply) => {
			await dropImport(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
}

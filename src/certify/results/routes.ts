import type { TypedApi } from '../../platform/http/api.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { elsewhereOfficers } from '../elsewhere/officers.ts';
import { Entered, IdParams, ImportBody, UploadParams } from '../elsewhere/schemas.ts';
import { enterResult, importResults, previewResults } from './enter-results.ts';
import type { JudgedResult } from './judge-results.ts';
import { listOwnResults, takeAway } from './own-results.ts';
import { readResults, undoResults } from './read-results.ts';
import { ImportedResults, OwnResults, ResultBody, ResultList, ResultPreview, ResultQuery } from './schemas.ts';

const tags = ['elsewhere'];
const config = { access: elsewhereOfficers, showsPeople: true } as const;

/** What single people completed on other platforms, with its source; nothing of it counts here, or is in a record. */
export function resultRoutes(api: TypedApi, house: CertifyHouse): void {
	entering(api, house);
	importing(api, house);
	owning(api, house);
}

function entering(api: TypedApi, house: CertifyHouse): void {
	const list = 'What was entered for people within one’s places, the last first; that it was looked at is written down';
	api.get(
		'/elsewhere/results',
		{ config, schema: { tags, summary: list, querystring: ResultQuery, response: { 200: ResultList } } },
		(request) => readResults(house, request.actor, request.query)
	);
	const enter =
		'Enters what one person completed on another platform; she is meant by a code, a phone number, or name and year';
	api.post(
		'/elsewhere/results',
		{ config, schema: { tags, summary: enter, body: ResultBody, response: { 201: Entered } } },
		async ({ actor, body }, reply) => {
			const { birthYear: year = '', ...rest } = body;
			const nothing = { code: '', name: '', phone: '', platformName: '', evidence: '' };
			return reply.code(201).send({ id: await enterResult(house, actor, { ...nothing, ...rest, year }) });
		}
	);
}

function importing(api: TypedApi, house: CertifyHouse): void {
	const look = 'What would become of each row of an upload (CSV in UTF-8, or a workbook); nothing is kept';
	api.get(
		'/elsewhere/result-previews/:id',
		{ config, schema: { tags, summary: look, params: UploadParams, response: { 200: ResultPreview } } },
		async ({ actor, params, lang }) => ({
			rows: (await previewResults(house, actor, params.id)).map((judged) => rowView(judged, lang))
		})
	);
	const take = 'Enters the rows of an upload, all or none; the good ones alone where that is asked for';
	api.post(
		'/elsewhere/result-imports',
		{ config, schema: { tags, summary: take, body: ImportBody, response: { 201: ImportedResults } } },
		async ({ actor, body }, reply) => reply.code(201).send(await importResults(house, actor, body))
	);
	const undo = 'Takes back what of an import is about people within one’s places';
	api.post(
		'/elsewhere/result-imports/:id/undoing',
		{ config, schema: { tags, summary: undo, params: IdParams } },
		async ({ actor, params }, reply) => {
			await undoResults(house, actor, params.id);
			return reply.code(204).send();
		}
	);
}

function rowView({ row, typed, state, ready, slips }: JudgedResult, lang: Lang) {
	const { code, name, year, phone, platform, what, day } = typed;
	return {
		...{ row, platform, what, day, state },
		person: [name, year, phone, code].filter(Boolean).join(', '),
		found: ready ? `${ready.person.name}, ${ready.person.birthYear}` : null,
		slips: slips.map(({ field, code: key, values }) => ({ field, message: say(lang, key, values) }))
	};
}

function owning(api: TypedApi, house: CertifyHouse): void {
	const mine = { config: { access: 'learner' as const } };
	const list = 'What I completed on other platforms by the word of officers; it was not examined here';
	api.get('/own-results', { ...mine, schema: { tags, summary: list, response: { 200: OwnResults } } }, (request) =>
		listOwnResults(house, request.actor)
	);
	const away = 'It is not mine, or I want it gone: it goes, and no import brings it back';
	api.delete(
		'/own-results/:id',
		{ ...mine, schema: { tags, summary: away, params: IdParams } },
		async ({ actor, params }, reply) => {
			await takeAway(house, actor, params.id);
			return reply.code(204).send();
		}
	);
}

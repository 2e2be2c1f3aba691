import { dayInVietNam } from '../../platform/clock.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { enterFigure, importFigures, previewFigures } from './enter-figures.ts';
import { figuresCsv } from './figures-csv.ts';
import type { JudgedFigure } from './judge-figures.ts';
import { elsewhereOfficers } from './officers.ts';
import { readFigure, readFigures } from './read-figures.ts';
import {
	Entered,
	FigureBody,
	FigureList,
	FigurePreview,
	FigureQuery,
	FigureStory,
	IdParams,
	ImportBody,
	ImportResult,
	ReasonBody,
	UploadParams
} from './schemas.ts';
import { strikeBatch, strikeFigure } from './strike.ts';
import { uploadRoutes } from './uploads.ts';

const tags = ['elsewhere'];
const config = { access: elsewhereOfficers };

/** What other platforms say, entered by officers with its source; nothing of it is in a count of ours. */
export function elsewhereRoutes(api: TypedApi, house: CertifyHouse): void {
	reading(api, house);
	entering(api, house);
	undoing(api, house);
	uploadRoutes(api, house);
}

function reading(api: TypedApi, house: CertifyHouse): void {
	const list = 'Figures of other platforms that count within one’s places, each beside our own of the same kind';
	api.get(
		'/elsewhere/figures',
		{ config, schema: { tags, summary: list, querystring: FigureQuery, response: { 200: FigureList } } },
		(request) => readFigures(house, request.actor, request.query)
	);
	const file = 'The same figures as CSV: exactly what the list shows';
	api.get(
		'/elsewhere/figures/file',
		{
			config,
			exposeHeadRoute: false,
			schema: { tags, summary: file, produces: ['text/csv'], querystring: FigureQuery }
		},
		async ({ actor, query, lang }, reply) => {
			const { figures } = await readFigures(house, actor, query);
			const name = `${say(lang, 'elsewhere.file')}-${dayInVietNam(house.clock.now())}.csv`;
			return reply
				.type('text/csv; charset=utf-8')
				.header('content-disposition', `attachment; filename="${name}"`)
				.send(figuresCsv(figures, lang));
		}
	);
	const one = 'One figure, with all that was ever entered about the same';
	api.get(
		'/elsewhere/figures/:id',
		{ config, schema: { tags, summary: one, params: IdParams, response: { 200: FigureStory } } },
		(request) => readFigure(house, request.actor, request.params.id)
	);
}

function entering(api: TypedApi, house: CertifyHouse): void {
	const enter = 'Enters a figure of another platform; a later one of the same kind, place and day corrects the former';
	api.post(
		'/elsewhere/figures',
		{ config, schema: { tags, summary: enter, body: FigureBody, response: { 201: Entered } } },
		async ({ actor, body }, reply) => {
			const id = await enterFigure(house, actor, { platformName: '', group: '', note: '', ...body });
			return reply.code(201).send({ id });
		}
	);
	const look = 'What would become of each row of an upload (CSV in UTF-8, or a workbook); nothing is kept';
	api.get(
		'/elsewhere/figure-previews/:id',
		{ config, schema: { tags, summary: look, params: UploadParams, response: { 200: FigurePreview } } },
		async ({ actor, params, lang }) => ({
			rows: (await previewFigures(house, actor, params.id)).map((judged) => rowView(judged, lang))
		})
	);
	const take = 'Enters the rows of an upload, all or none; the good ones alone where that is asked for';
	api.post(
		'/elsewhere/figure-imports',
		{ config, schema: { tags, summary: take, body: ImportBody, response: { 201: ImportResult } } },
		async ({ actor, body }, reply) => reply.code(201).send(await importFigures(house, actor, body))
	);
}

function rowView({ row, typed, state, former, slips }: JudgedFigure, lang: Lang): FigurePreview['rows'][number] {
	const { place, platform, counted, group, day, number } = typed;
	const said = slips.map(({ field, code, values }) => ({ field, message: say(lang, code, values) }));
	return { row, place, platform, counted, group, day, number, state, former, slips: said };
}

function undoing(api: TypedApi, house: CertifyHouse): void {
	const strike = 'Strikes a figure, with a reason; what it corrected counts again';
	api.post(
		'/elsewhere/figures/:id/strike',
		{ config, schema: { tags, summary: strike, params: IdParams, body: ReasonBody } },
		async ({ actor, params, body }, reply) => {
			await strikeFigure(house, actor, { ...params, ...body });
			return reply.code(204).send();
		}
	);
	const undo = 'Undoes an import as a whole, with a reason';
	api.post(
		'/elsewhere/figure-imports/:id/undoing',
		{ config, schema: { tags, summary: undo, params: IdParams, body: ReasonBody } },
		async ({ actor, params, body }, reply) => {
			await strikeBatch(house, actor, { batchId: params.id, ...body });
			return reply.code(204).send();
		}
	);
}

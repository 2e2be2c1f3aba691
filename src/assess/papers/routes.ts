import type { FastifyRequest } from 'fastify';
import type { TypedApi } from '../../platform/http/api.ts';
import type { AssessHouse } from '../assess-house.ts';
import type { NamesOf } from '../sittings/names.ts';
import { supervisors } from '../sittings/supervisors.ts';
import { readPapers } from './about-papers.ts';
import { makePaper } from './make-paper.ts';
import { readKey } from './read-key.ts';
import { readPaper } from './read-paper.ts';
import { readSheets } from './read-sheets.ts';
import {
	NewPaper,
	NewSheet,
	PaperKey,
	PaperList,
	PaperParams,
	PaperQuery,
	PaperSheets,
	PaperView,
	VoidSheet
} from './schemas.ts';
import { typeIn, type LearnerOfHelped } from './type-in.ts';
import { voidSheet } from './void-sheet.ts';

const tags = ['assess'];
const keepers = { access: supervisors } as const;
const keepersOfPeople = { access: supervisors, showsPeople: true } as const;
const params = PaperParams;

/** What other rooms know of the people whose tests these are. */
export interface PeopleKnown {
	readonly nameHelped: NamesOf;
	readonly learnerOfHelped: LearnerOfHelped;
}

/** Tests on paper: drawing and printing them, their keys, and typing in what was written on the sheets. */
export function paperRoutes(api: TypedApi, house: AssessHouse, people: PeopleKnown): void {
	const list = 'The latest papers within one’s places, or the one that carries a code';
	api.get(
		'/papers',
		{ config: keepers, schema: { tags, summary: list, querystring: PaperQuery, response: { 200: PaperList } } },
		({ actor, query }) => readPapers(house, actor, query.code)
	);
	const make = 'Draws a test or a course’s quiz for printing';
	api.post(
		'/papers',
		{ config: keepersOfPeople, schema: { tags, summary: make, body: NewPaper, response: { 201: PaperView } } },
		async (request, reply) => {
			const id = await makePaper(house, request.actor, request.body);
			return reply.code(201).send(await readPaper(house, request.actor, { id, ...people }));
		}
	);
	const sheets = 'The questions of a paper as they are printed, without a key; that they were is recorded';
	api.get(
		'/papers/:id/sheets',
		{ config: keepers, schema: { tags, summary: sheets, params, response: { 200: PaperSheets } } },
		({ actor, params: { id } }) => readSheets(house, actor, id)
	);
	const key = 'The key of a paper, for whoever may supervise there; that it was looked at is recorded';
	api.get(
		'/papers/:id/key',
		{ config: keepers, schema: { tags, summary: key, params, response: { 200: PaperKey } } },
		({ actor, params: { id } }) => readKey(house, actor, id)
	);
	sheetRoutes(api, house, people);
}

/** What was written on the sheets. */
function sheetRoutes(api: TypedApi, house: AssessHouse, people: PeopleKnown): void {
	const view = ({ actor }: FastifyRequest, id: string) => readPaper(house, actor, { id, ...people });
	const look = 'A paper with the sheets that were typed in; no question, no key';
	api.get(
		'/papers/:id',
		{ config: keepersOfPeople, schema: { tags, summary: look, params, response: { 200: PaperView } } },
		(request) => view(request, request.params.id)
	);
	const type = 'Keeps a sheet that was filled in on paper, graded (201); sent twice under one key it is one (200)';
	const response = { 200: PaperView, 201: PaperView };
	api.post(
		'/papers/:id/results',
		{ config: keepersOfPeople, schema: { tags, summary: type, params, body: NewSheet, response } },
		async (request, reply) => {
			const paperId = request.params.id;
			const { made } = await typeIn(house, request.actor, { paperId, sheet: request.body, ...people });
			return reply.code(made ? 201 : 200).send(await view(request, paperId));
		}
	);
	const away = 'Declares that a sheet does not count, with the reason';
	api.post(
		'/papers/:id/voids',
		{ config: keepersOfPeople, schema: { tags, summary: away, params, body: VoidSheet, response: { 200: PaperView } } },
		async (request) => {
			await voidSheet(house, request.actor, { paperId: request.params.id, ...request.body });
			return view(request, request.params.id);
		}
	);
}

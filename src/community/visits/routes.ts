import { Readable } from 'node:stream';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { TeamParams } from '../teams/schemas.ts';
import { teamManagers } from '../teams/who-may.ts';
import { exportHours, fileOf, readHours } from './hours.ts';
import { changeEntry, logHelp, strikeEntry } from './log-help.ts';
import { exportEntries, readEntries, readEntry } from './read-entries.ts';
import {
	ChangedEntry,
	EntryList,
	EntryParams,
	EntryQuery,
	EntryView,
	ExportQuery,
	HoursQuery,
	NewEntry,
	TeamHours
} from './schemas.ts';

const tags = ['community'];
const keepers = { access: classKeepers, showsPeople: true } as const;
const managers = { access: teamManagers } as const;
const params = EntryParams;
const one = { 200: EntryView };
const csv = 'text/csv; charset=utf-8';

/** Visits at home and help at the service centre: the log, and the hours that come of it. */
export function visitRoutes(api: TypedApi, house: CommunityHouse): void {
	writing(api, house);
	reading(api, house);
	exporting(api, house);
	hours(api, house);
}

function writing(api: TypedApi, house: CommunityHouse): void {
	const log = 'Writes down a visit or a help at the desk in one’s own places; the same id sent twice is one entry';
	api.post(
		'/help-entries',
		{ config: keepers, schema: { tags, summary: log, body: NewEntry, response: { 201: EntryView } } },
		async ({ actor, body }, reply) => {
			const id = await logHelp(house, actor, body);
			return reply.code(201).send(await readEntry(house, actor, id));
		}
	);
	const change = 'Corrects one’s own entry, for some days after it was written';
	api.put(
		'/help-entries/:id',
		{ config: keepers, schema: { tags, summary: change, params, body: ChangedEntry, response: one } },
		async ({ actor, params, body }) => {
			await changeEntry(house, actor, { ...body, id: params.id });
			return readEntry(house, actor, params.id);
		}
	);
	const strike = 'Strikes one’s own entry out: it stays, marked, and counts no longer';
	api.post(
		'/help-entries/:id/striking',
		{ config: keepers, schema: { tags, summary: strike, params, response: one } },
		async ({ actor, params }) => {
			await strikeEntry(house, actor, params.id);
			return readEntry(house, actor, params.id);
		}
	);
}

function reading(api: TypedApi, house: CommunityHouse): void {
	const list = 'One’s own entries and, for officers, those of their places, the latest first';
	api.get(
		'/help-entries',
		{ config: keepers, schema: { tags, summary: list, querystring: EntryQuery, response: { 200: EntryList } } },
		({ actor, query }) => readEntries(house, actor, query)
	);
	const view = 'One entry, for its writer and the officers of its place';
	api.get(
		'/help-entries/:id',
		{ config: keepers, schema: { tags, summary: view, params, response: one } },
		({ actor, params }) => readEntry(house, actor, params.id)
	);
}

function exporting(api: TypedApi, house: CommunityHouse): void {
	const summary = 'All entries of a month within an officer’s places as CSV; the export itself is recorded';
	api.get(
		'/help-entries/export',
		{
			config: managers,
			exposeHeadRoute: false,
			schema: { tags, summary, produces: [csv], querystring: ExportQuery }
		},
		async ({ actor, query }, reply) => {
			const pieces = await exportEntries(house, actor, query);
			const file = fileOf(house, actor, 'file-log');
			return reply
				.header('content-disposition', `attachment; filename="${file}"`)
				.type(csv)
				.send(Readable.from(pieces));
		}
	);
}

function hours(api: TypedApi, house: CommunityHouse): void {
	const view = 'What each member of a team did in a month, in minutes; a plain member sees herself';
	api.get(
		'/teams/:id/hours',
		{
			config: keepers,
			schema: { tags, summary: view, params: TeamParams, querystring: HoursQuery, response: { 200: TeamHours } }
		},
		({ actor, params, query }) => readHours(house, actor, { ...params, ...query })
	);
	const file = 'The same as CSV';
	api.get(
		'/teams/:id/hours/export',
		{
			config: keepers,
			exposeHeadRoute: false,
			schema: { tags, summary: file, produces: [csv], params: TeamParams, querystring: HoursQuery }
		},
		async ({ actor, params, query }, reply) => {
			const text = await exportHours(house, actor, { ...params, ...query });
			const name = fileOf(house, actor, 'file-hours');
			return reply.header('content-disposition', `attachment; filename="${name}"`).type(csv).send(text);
		}
	);
}

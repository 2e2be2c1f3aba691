import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import type { House } from '../../platform/house.ts';
import { IdParams } from '../schemas.ts';
import { managers } from '../who-may.ts';
import { addEntry, changeStaff, endEntry, tellMatch, undoMatch } from './keep-entries.ts';
import { readStaff, viewEntry } from './read-entries.ts';
import { EntryView, StaffList, StaffQuery, ToldMatch, TypedEntry } from './schemas.ts';

const tags = ['assign'];
const config = { access: managers, showsPeople: true } as const;
const params = IdParams;
const one = { 200: EntryView };

/** Staff lists: who works or learns at an organisation by its own books. */
export function staffRoutes(api: TypedApi, house: House): void {
	const list =
		'The staff list of an organisation, or those of it without an account; that it was looked at is recorded';
	api.get(
		'/organisations/:id/staff',
		{ config, schema: { tags, summary: list, params, querystring: StaffQuery, response: { 200: StaffList } } },
		({ actor, params, query }) => readStaff(house, actor, { ...params, ...query })
	);
	const add = 'Writes somebody into the staff list of an organisation';
	api.post(
		'/organisations/:id/staff',
		{ config, schema: { tags, summary: add, params, body: TypedEntry, response: { 201: EntryView } } },
		async ({ actor, params, body }, reply) => {
			const id = await addEntry(house, actor, { ...body, id: params.id });
			return reply.code(201).send(await viewEntry(house, actor, id));
		}
	);
	const view = 'Somebody in a staff list, with the members who may be she';
	api.get('/staff-entries/:id', { config, schema: { tags, summary: view, params, response: one } }, (request) =>
		viewEntry(house, request.actor, request.params.id)
	);
	changing(api, house);
}

function changing(api: TypedApi, house: House): void {
	const change = 'Changes what is written of somebody in a staff list';
	api.put(
		'/staff-entries/:id',
		{ config, schema: { tags, summary: change, params, body: TypedEntry, response: one } },
		async ({ actor, params, body }) => {
			await changeStaff(house, actor, { ...body, id: params.id });
			return viewEntry(house, actor, params.id);
		}
	);
	const end = 'Ends somebody’s time in a staff list';
	api.delete(
		'/staff-entries/:id',
		{ config: { access: managers }, schema: { tags, summary: end, params, response: { 204: Type.Null() } } },
		async ({ actor, params }, reply) => {
			await endEntry(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
	const match = 'Says which member somebody of a staff list is';
	api.put(
		'/staff-entries/:id/match',
		{ config, schema: { tags, summary: match, params, body: ToldMatch, response: one } },
		async ({ actor, params, body }) => {
			await tellMatch(house, actor, { ...params, ...body });
			return viewEntry(house, actor, params.id);
		}
	);
	const part = 'Takes back which account somebody of a staff list has';
	api.delete(
		'/staff-entries/:id/match',
		{ config, schema: { tags, summary: part, params, response: one } },
		async ({ actor, params }) => {
			await undoMatch(house, actor, params.id);
			return viewEntry(house, actor, params.id);
		}
	);
}

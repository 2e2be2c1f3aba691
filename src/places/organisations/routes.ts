import type { TypedApi } from '../../platform/http/api.ts';
import type { MovingHouse } from '../holdings.ts';
import { PlaceParams } from '../schemas.ts';
import { changeOrganisation, closeOrganisation } from './change-organisation.ts';
import { createOrganisation } from './create-organisation.ts';
import { getOrganisation, searchOrganisations } from './read-organisations.ts';
import {
	NewOrganisation,
	OrganisationDetails,
	OrganisationList,
	OrganisationQuery,
	OrganisationView
} from './schemas.ts';

const tags = ['organisations'];
const params = PlaceParams;
const keeping = { access: ['officer', 'administrator'] } as const;
const reading = { access: ['officer', 'administrator', 'teacher', 'overseer'] } as const;

/** Organisations: set up, changed, closed; listed by where they lie, what they are and whom they answer to. */
export function organisationRoutes(api: TypedApi, house: MovingHouse): void {
	const list = 'The organisations of the reader’s places, by kind, sector, place, name or whom they answer to';
	const querystring = OrganisationQuery;
	api.get(
		'/organisations',
		{ config: reading, schema: { tags, summary: list, querystring, response: { 200: OrganisationList } } },
		async (request) =>
			searchOrganisations(house, request.actor, { ...request.query, limit: Number(request.query.limit ?? 100) })
	);
	const one = 'One organisation: what it is, what lies in it, and what answers to it';
	api.get(
		'/organisations/:id',
		{ config: reading, schema: { tags, summary: one, params, response: { 200: OrganisationView } } },
		async (request) => getOrganisation(house, request.actor, request.params.id)
	);
	const create = 'Sets up an organisation in a place or in another one; a class lies in a school';
	api.post(
		'/organisations',
		{ config: keeping, schema: { tags, summary: create, body: NewOrganisation, response: { 201: OrganisationView } } },
		async (request, reply) => reply.code(201).send(await createOrganisation(house, request.actor, request.body))
	);
	const change = 'Changes what is told of an organisation, whom it answers to for one';
	const body = OrganisationDetails;
	api.put(
		'/organisations/:id',
		{ config: keeping, schema: { tags, summary: change, params, body, response: { 200: OrganisationView } } },
		async (request) => changeOrganisation(house, request.actor, { ...request.body, ...request.params })
	);
	const close = 'Closes an organisation in which nothing that goes on lies; its members leave it';
	api.post(
		'/organisations/:id/closing',
		{ config: keeping, schema: { tags, summary: close, params } },
		async (request, reply) => {
			await closeOrganisation(house, request.actor, request.params.id);
			return reply.code(204).send();
		}
	);
}

import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { House } from '../../platform/house.ts';
import { IdParams, Page } from '../schemas.ts';
import { managers, seers } from '../who-may.ts';
import { joinOrganisation, leaveOrganisation, readJoining, readOwnMemberships } from './join-organisation.ts';
import {
	makeJoinCode,
	readMembers,
	readOrganisation,
	removeMember,
	stopJoinCode,
	transferMember
} from './keep-members.ts';
import {
	CodeParams,
	Destinations,
	DestinationsQuery,
	JoinCode,
	JoinCodeParams,
	Joining,
	JoiningView,
	MemberList,
	NewJoinCode,
	OrganisationView,
	OwnMemberships,
	Transfer
} from './schemas.ts';
import { readDestinations } from './read-destinations.ts';
import { unlessGuessing } from './unless-guessing.ts';

const tags = ['assign'];
const everyone = { access: 'account' } as const;
const keepers = { access: managers } as const;
const done = { 204: Type.Null() };
const params = IdParams;

/** Who belongs to an organisation: joining and leaving oneself, and what managers do. */
export function memberRoutes(api: TypedApi, house: House): void {
	joining(api, house);
	own(api, house);
	organisation(api, house);
	members(api, house);
}

function joining(api: TypedApi, house: House): void {
	const whoGuesses = (request: FastifyRequest) => {
		return { address: countedAddress(request, house.config), who: request.actor.accountId };
	};
	const look = 'Which organisation a code leads into';
	api.get(
		'/join-codes/:code',
		{ config: everyone, schema: { tags, summary: look, params: CodeParams, response: { 200: JoiningView } } },
		(request) =>
			unlessGuessing(house, whoGuesses(request), () => readJoining(house, request.actor, request.params.code))
	);
	const join = 'Joins the organisation of a code; again it changes nothing';
	api.post(
		'/join-codes/:code/membership',
		{ config: everyone, schema: { tags, summary: join, params: CodeParams, body: Joining, response: done } },
		async (request, reply) => {
			const { actor, params, body } = request;
			await unlessGuessing(house, whoGuesses(request), () => joinOrganisation(house, actor, { ...params, ...body }));
			return reply.code(204).send(null);
		}
	);
}

function own(api: TypedApi, house: House): void {
	const mine = 'The organisations that one belongs to';
	api.get(
		'/me/memberships',
		{ config: everyone, schema: { tags, summary: mine, response: { 200: OwnMemberships } } },
		({ actor }) => readOwnMemberships(house, actor)
	);
	const leave = 'Leaves an organisation';
	api.delete(
		'/me/memberships/:id',
		{ config: everyone, schema: { tags, summary: leave, params, response: done } },
		async ({ actor, params }, reply) => {
			await leaveOrganisation(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
}

function organisation(api: TypedApi, house: House): void {
	const view = 'One organisation: how many belong to it, and the codes to join by';
	api.get(
		'/organisations/:id/membership',
		{ config: { access: seers }, schema: { tags, summary: view, params, response: { 200: OrganisationView } } },
		({ actor, params }) => readOrganisation(house, actor, params.id)
	);
	const make = 'Makes a code to join an organisation by, good for some days';
	api.post(
		'/organisations/:id/join-codes',
		{ config: keepers, schema: { tags, summary: make, params, body: NewJoinCode, response: { 201: JoinCode } } },
		async ({ actor, params, body }, reply) =>
			reply.code(201).send(await makeJoinCode(house, actor, { ...params, ...body }))
	);
	const end = 'Ends a code before its time';
	api.delete(
		'/organisations/:id/join-codes/:codeId',
		{ config: keepers, schema: { tags, summary: end, params: JoinCodeParams, response: done } },
		async ({ actor, params }, reply) => {
			await stopJoinCode(house, actor, params);
			return reply.code(204).send(null);
		}
	);
}

function members(api: TypedApi, house: House): void {
	const list = 'Who belongs to an organisation and those below it; that they were listed is recorded';
	api.get(
		'/organisations/:id/members',
		{
			config: { access: seers, showsPeople: true },
			schema: { tags, summary: list, params, querystring: Page, response: { 200: MemberList } }
		},
		({ actor, params, query }) => readMembers(house, actor, { ...params, ...query })
	);
	const remove = 'Takes somebody out of an organisation';
	api.delete(
		'/memberships/:id',
		{ config: keepers, schema: { tags, summary: remove, params, response: done } },
		async ({ actor, params }, reply) => {
			await removeMember(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
	const where = 'The organisations to which one may move people of this one, the nearest first';
	api.get(
		'/organisations/:id/destinations',
		{
			config: keepers,
			schema: { tags, summary: where, params, querystring: DestinationsQuery, response: { 200: Destinations } }
		},
		({ actor, params, query }) => readDestinations(house, actor, { ...params, ...query })
	);
	const move = 'Moves somebody to another organisation within one’s places';
	api.post(
		'/memberships/:id/transfer',
		{ config: keepers, schema: { tags, summary: move, params, body: Transfer, response: done } },
		async ({ actor, params, body }, reply) => {
			await transferMember(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
}

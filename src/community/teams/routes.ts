import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { unlessGuessing } from '../unless-guessing.ts';
import { changeMember, leaveTeam } from './change-member.ts';
import { readHeadcount } from './headcount.ts';
import { invite, joinTeam } from './join-team.ts';
import { changeTeam, makeTeam } from './keep-team.ts';
import { readTeam, readTeams } from './read-teams.ts';
import {
	ChangedMember,
	Headcount,
	HeadcountQuery,
	Invitation,
	Leaving,
	MemberParams,
	NewMembership,
	TeamList,
	TeamParams,
	TeamQuery,
	TeamView,
	TypedTeam
} from './schemas.ts';
import { teamManagers } from './who-may.ts';

const tags = ['community'];
const keepers = { access: classKeepers } as const;
const withPeople = { ...keepers, showsPeople: true } as const;
const managers = { access: teamManagers } as const;
const params = TeamParams;
const one = { 200: TeamView };

/** Teams of villages and communes: who is in them, and how one comes in. */
export function teamRoutes(api: TypedApi, house: CommunityHouse): void {
	reading(api, house);
	keeping(api, house);
	joining(api, house);
	members(api, house);
}

function reading(api: TypedApi, house: CommunityHouse): void {
	const list = 'The teams within one’s places, by name; nobody’s name is told';
	api.get(
		'/teams',
		{ config: keepers, schema: { tags, summary: list, querystring: TeamQuery, response: { 200: TeamList } } },
		({ actor, query }) => readTeams(house, actor, query.after)
	);
	const view = 'One team with its members and their phones; that it was looked at is recorded';
	api.get(
		'/teams/:id',
		{ config: withPeople, schema: { tags, summary: view, params, response: one } },
		({ actor, params }) => readTeam(house, actor, params.id)
	);
	const heads = 'How many are in the teams now and were on a day, by whom they come from';
	api.get(
		'/team-headcount',
		{
			config: managers,
			schema: { tags, summary: heads, querystring: HeadcountQuery, response: { 200: Headcount } }
		},
		({ actor, query }) => readHeadcount(house, actor, query)
	);
}

function keeping(api: TypedApi, house: CommunityHouse): void {
	const make = 'Makes a team of a village, commune or organisation';
	api.post(
		'/teams',
		{ config: managers, schema: { tags, summary: make, body: TypedTeam, response: { 201: TeamView } } },
		async ({ actor, body }, reply) => {
			const id = await makeTeam(house, actor, body);
			return reply.code(201).send(await readTeam(house, actor, id));
		}
	);
	const change = 'Changes kind, name and place; the roles that came with the team move with it';
	api.put(
		'/teams/:id',
		{ config: managers, schema: { tags, summary: change, params, body: TypedTeam, response: one } },
		async ({ actor, params, body }) => {
			await changeTeam(house, actor, { ...body, id: params.id });
			return readTeam(house, actor, params.id);
		}
	);
}

function joining(api: TypedApi, house: CommunityHouse): void {
	const ask = 'Makes a code by which one person comes into the team; told this once';
	api.post(
		'/teams/:id/invitations',
		{ config: keepers, schema: { tags, summary: ask, params, response: { 201: Invitation } } },
		async ({ actor, params }, reply) => reply.code(201).send(await invite(house, actor, params.id))
	);
	const join = 'Comes into a team by a code, and is a helper of its place from then on';
	api.post(
		'/team-memberships',
		{
			config: { access: 'account' },
			schema: { tags, summary: join, body: NewMembership, response: { 201: Type.Object({ teamId: Type.String() }) } }
		},
		async (request, reply) => {
			const teamId = await unlessGuessing(house, guesserOf(house, request), () =>
				joinTeam(house, request.actor, request.body)
			);
			return reply.code(201).send({ teamId });
		}
	);
}

function guesserOf({ config }: CommunityHouse, request: FastifyRequest) {
	return { address: countedAddress(request, config), who: request.actor.accountId };
}

function members(api: TypedApi, house: CommunityHouse): void {
	const change = 'Changes what is kept of a member; officers and administrators say who leads';
	api.put(
		'/teams/:id/members/:memberId',
		{
			config: withPeople,
			schema: { tags, summary: change, params: MemberParams, body: ChangedMember, response: one }
		},
		async ({ actor, params, body }) => {
			await changeMember(house, actor, { ...params, ...body });
			return readTeam(house, actor, params.id);
		}
	);
	const leave = 'She leaves the team, or is taken out; the role that came with it ends';
	api.post(
		'/teams/:id/members/:memberId/leaving',
		{
			config: { access: 'account' },
			schema: { tags, summary: leave, params: MemberParams, body: Leaving, response: { 204: Type.Null() } }
		},
		async ({ actor, params, body }, reply) => {
			await leaveTeam(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
}

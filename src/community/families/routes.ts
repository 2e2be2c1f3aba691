import { Type } from 'typebox';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { teamManagers } from '../teams/who-may.ts';
import { unlessGuessing } from '../unless-guessing.ts';
import {
	addHelpedRelative,
	noteGuiding,
	readHousehold,
	readHouseholds,
	readShares,
	removeRelative
} from './keep-households.ts';
import { joinHousehold, leaveHousehold, makeHousehold, readOwnHousehold, sayGuiding } from './own-household.ts';
import {
	FamilyCode,
	Guiding,
	HouseholdList,
	HouseholdParams,
	HouseholdQuery,
	HouseholdShares,
	HouseholdView,
	NewHousehold,
	NewRelative,
	OwnHousehold,
	RelativeParams
} from './schemas.ts';

const tags = ['community'];
const everyone = { access: 'account' } as const;
const keepers = { access: classKeepers, showsPeople: true } as const;
const mine = { 200: OwnHousehold };
const one = { 200: HouseholdView };

/** Families: one's own household, and those that helpers write down in their places. */
export function familyRoutes(api: TypedApi, house: CommunityHouse): void {
	own(api, house);
	making(api, house);
	reading(api, house);
	relatives(api, house);
}

function own(api: TypedApi, house: CommunityHouse): void {
	const read = 'One’s own household with those who are in it';
	api.get('/me/household', { config: everyone, schema: { tags, summary: read, response: mine } }, ({ actor }) =>
		readOwnHousehold(house, actor)
	);
	const join = 'Comes into the household of those at home, by the code that they give one another';
	api.post(
		'/me/household',
		{ config: everyone, schema: { tags, summary: join, body: FamilyCode, response: mine } },
		async (request) => {
			const { actor, body } = request;
			const guesser = { address: countedAddress(request, house.config), who: actor.accountId };
			await unlessGuessing(house, guesser, () => joinHousehold(house, actor, body.code));
			return readOwnHousehold(house, actor);
		}
	);
	const guide = 'Says whether one shows the others at home what one has learnt';
	api.put(
		'/me/household',
		{ config: everyone, schema: { tags, summary: guide, body: Guiding, response: mine } },
		async ({ actor, body }) => {
			await sayGuiding(house, actor, body.guides);
			return readOwnHousehold(house, actor);
		}
	);
	const leave = 'Leaves one’s household';
	api.delete(
		'/me/household',
		{ config: everyone, schema: { tags, summary: leave, response: { 204: Type.Null() } } },
		async ({ actor }, reply) => {
			await leaveHousehold(house, actor);
			return reply.code(204).send(null);
		}
	);
}

function making(api: TypedApi, house: CommunityHouse): void {
	const make = 'Makes a household: one’s own, or with a place one that a helper writes down there';
	api.post(
		'/households',
		{
			config: everyone,
			schema: { tags, summary: make, body: NewHousehold, response: { 201: Type.Object({ id: Type.String() }) } }
		},
		async ({ actor, body }, reply) => reply.code(201).send({ id: await makeHousehold(house, actor, body) })
	);
}

function reading(api: TypedApi, house: CommunityHouse): void {
	const list = 'The households within one’s places, by name; that they were listed is recorded';
	api.get(
		'/households',
		{ config: keepers, schema: { tags, summary: list, querystring: HouseholdQuery, response: { 200: HouseholdList } } },
		({ actor, query }) => readHouseholds(house, actor, query.after)
	);
	const view = 'One household within one’s places; that it was looked at is recorded';
	api.get(
		'/households/:id',
		{ config: keepers, schema: { tags, summary: view, params: HouseholdParams, response: one } },
		({ actor, params }) => readHousehold(house, actor, params.id)
	);
	const shares = 'Of each place: how many households are written down, and how many meet the rule';
	api.get(
		'/household-shares',
		{ config: { access: teamManagers }, schema: { tags, summary: shares, response: { 200: HouseholdShares } } },
		({ actor }) => readShares(house, actor)
	);
}

function relatives(api: TypedApi, house: CommunityHouse): void {
	const add = 'Puts somebody whom a helper wrote down into a household, with her spoken consent';
	api.post(
		'/households/:id/members',
		{ config: keepers, schema: { tags, summary: add, params: HouseholdParams, body: NewRelative, response: one } },
		async ({ actor, params, body }) => {
			await addHelpedRelative(house, actor, { ...params, ...body });
			return readHousehold(house, actor, params.id);
		}
	);
	const guide = 'Keeps that a member shows the others at home what she has learnt';
	api.put(
		'/households/:id/members/:memberId',
		{ config: keepers, schema: { tags, summary: guide, params: RelativeParams, body: Guiding, response: one } },
		async ({ actor, params, body }) => {
			await noteGuiding(house, actor, { ...params, ...body });
			return readHousehold(house, actor, params.id);
		}
	);
	const remove = 'Takes a member out who no longer wants to be in it';
	api.delete(
		'/households/:id/members/:memberId',
		{
			config: { access: classKeepers },
			schema: { tags, summary: remove, params: RelativeParams, response: { 204: Type.Null() } }
		},
		async ({ actor, params }, reply) => {
			await removeRelative(house, actor, params);
			return reply.code(204).send(null);
		}
	);
}

import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { say } from '../../platform/messages/index.ts';
import { givers, readers, type AssignHouse } from '../assign-house.ts';
import { calendarOf } from './calendar.ts';
import { findPeople } from './find-people.ts';
import { findPlaces } from './find-places.ts';
import { readOwnDuties, readOwnStanding } from './own-duties.ts';
import { previewReach } from './reach.ts';
import {
	AssignmentList,
	AssignmentView,
	CalendarQuery,
	ChangedAssignment,
	DutiesQuery,
	DutyList,
	FoundPeople,
	FoundPlaces,
	HandingIn,
	ListQuery,
	NewDue,
	OneId,
	OwnDeadline,
	OwnDuties,
	OwnStanding,
	PeopleSearch,
	PlaceSearch,
	Reach,
	Sending,
	TypedAssignment,
	Verdict,
	Waiving,
	Withdrawing
} from './schemas.ts';
import { changeDue, sendAssignment, setOwnDeadline, withdrawAssignment } from './send.ts';
import { readAssignments, readDuties, viewAssignment } from './view.ts';
import { enterEquivalent, handIn, judgeEquivalent, waiveDuty } from './waive.ts';
import { changeAssignment, writeAssignment } from './write.ts';

const tags = ['assign'];
const writing = { access: givers } as const;
const reading = { access: readers } as const;
const params = OneId;
const one = { 200: AssignmentView };
const nothing = { 204: Type.Null() };

/** Giving things out to learn, and each person's own. */
export function assignmentRoutes(api: TypedApi, house: AssignHouse): void {
	listing(api, house);
	drafting(api, house);
	sending(api, house);
	settling(api, house);
	own(api, house);
}

function listing(api: TypedApi, house: AssignHouse): void {
	const list = 'What was given out in one’s places or reaches them, the newest first';
	api.get(
		'/assignments',
		{ config: reading, schema: { tags, summary: list, querystring: ListQuery, response: { 200: AssignmentList } } },
		({ actor, query }) => readAssignments(house, actor, query.after)
	);
	const view = 'One assignment: what, why, of whom, by when, and how far it is';
	api.get(
		'/assignments/:id',
		{ config: reading, schema: { tags, summary: view, params, response: one } },
		({ actor, params }) => viewAssignment(house, actor, params.id)
	);
	const duties = 'What people within one’s places have to do by it; that they were listed is recorded';
	api.get(
		'/assignments/:id/duties',
		{
			config: { ...reading, showsPeople: true },
			schema: { tags, summary: duties, params, querystring: DutiesQuery, response: { 200: DutyList } }
		},
		({ actor, params, query }) => readDuties(house, actor, { ...params, ...query })
	);
	const places = 'The places in whose name, and whose people, one may give things out; with a query those of that name';
	api.post(
		'/assignment-places',
		{ config: writing, schema: { tags, summary: places, body: PlaceSearch, response: { 200: FoundPlaces } } },
		({ actor, body }) => findPlaces(house, actor, body)
	);
	const people = 'People within one’s places by a part of their name, to give something to one by one; recorded';
	api.post(
		'/assignment-people',
		{
			config: { ...writing, showsPeople: true },
			schema: { tags, summary: people, body: PeopleSearch, response: { 200: FoundPeople } }
		},
		({ actor, body }) => findPeople(house, actor, body)
	);
}

function drafting(api: TypedApi, house: AssignHouse): void {
	const write = 'Writes a draft in the name of a place of one’s own';
	api.post(
		'/assignments',
		{ config: writing, schema: { tags, summary: write, body: TypedAssignment, response: { 201: AssignmentView } } },
		async ({ actor, body }, reply) => {
			const id = await writeAssignment(house, actor, body);
			return reply.code(201).send(await viewAssignment(house, actor, id));
		}
	);
	const change = 'Changes a draft, unless somebody else changed it since; the refusal tells what it is now';
	api.put(
		'/assignments/:id',
		{ config: writing, schema: { tags, summary: change, params, body: ChangedAssignment, response: one } },
		async ({ actor, params, body }) => {
			await changeAssignment(house, actor, { ...body, ...params });
			return viewAssignment(house, actor, params.id);
		}
	);
	const reach =
		'Whom it would reach: how many at which organisation, the first names; that they were shown is recorded';
	api.get(
		'/assignments/:id/reach',
		{
			config: { ...writing, showsPeople: true },
			schema: { tags, summary: reach, params, response: { 200: Reach } }
		},
		({ actor, params }) => previewReach(house, actor, params.id)
	);
}

function sending(api: TypedApi, house: AssignHouse): void {
	const send = 'Sends a draft: people are given it from now on';
	api.post(
		'/assignments/:id/sending',
		{ config: writing, schema: { tags, summary: send, params, body: Sending, response: one } },
		async ({ actor, params, body }) => {
			await sendAssignment(house, actor, { ...params, ...body });
			return viewAssignment(house, actor, params.id);
		}
	);
	const withdraw = 'Takes an assignment back, with a reason; what was done stays';
	api.post(
		'/assignments/:id/withdrawal',
		{ config: writing, schema: { tags, summary: withdraw, params, body: Withdrawing, response: one } },
		async ({ actor, params, body }) => {
			await withdrawAssignment(house, actor, { ...params, ...body });
			return viewAssignment(house, actor, params.id);
		}
	);
	const due = 'Moves the due day of what was sent; organisations with one of their own keep it';
	api.put(
		'/assignments/:id/due',
		{ config: writing, schema: { tags, summary: due, params, body: NewDue, response: one } },
		async ({ actor, params, body }) => {
			await changeDue(house, actor, { ...params, ...body });
			return viewAssignment(house, actor, params.id);
		}
	);
	const deadline = 'Sets the due day of an organisation of one’s own, within the final day';
	api.put(
		'/assignments/:id/deadline',
		{ config: writing, schema: { tags, summary: deadline, params, body: OwnDeadline, response: one } },
		async ({ actor, params, body }) => {
			await setOwnDeadline(house, actor, { ...params, ...body });
			return viewAssignment(house, actor, params.id);
		}
	);
}

function settling(api: TypedApi, house: AssignHouse): void {
	const waive = 'Says that somebody need not do it, and why';
	api.post(
		'/duties/:id/waiver',
		{ config: writing, schema: { tags, summary: waive, params, body: Waiving, response: nothing } },
		async ({ actor, params, body }, reply) => {
			await waiveDuty(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
	const enter = 'Enters a result from elsewhere, with what shows it';
	api.post(
		'/duties/:id/equivalent',
		{ config: writing, schema: { tags, summary: enter, params, body: HandingIn, response: nothing } },
		async ({ actor, params, body }, reply) => {
			await enterEquivalent(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
	const judge = 'Accepts or refuses what somebody handed in from elsewhere';
	api.post(
		'/duties/:id/verdict',
		{ config: writing, schema: { tags, summary: judge, params, body: Verdict, response: nothing } },
		async ({ actor, params, body }, reply) => {
			await judgeEquivalent(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
}

const calendarType = 'text/calendar; charset=utf-8';

function own(api: TypedApi, house: AssignHouse): void {
	const mine = { access: 'learner' } as const;
	const list = 'What one has been given to do, by its due day; how it was done, as those in charge see it';
	api.get('/me/duties', { config: mine, schema: { tags, summary: list, response: { 200: OwnDuties } } }, ({ actor }) =>
		readOwnDuties(house, actor)
	);
	const standing = 'How much of it is left, in a sentence too';
	api.get(
		'/me/duties/open',
		{ config: mine, schema: { tags, summary: standing, response: { 200: OwnStanding } } },
		({ actor }) => readOwnStanding(house, actor)
	);
	const calendar = 'The due days of one’s own as a calendar file';
	api.get(
		'/me/duties/calendar',
		{
			config: mine,
			exposeHeadRoute: false,
			schema: { tags, summary: calendar, querystring: CalendarQuery, produces: [calendarType] }
		},
		async ({ actor, lang: own, query: { lang = own } }, reply) => {
			const { duties } = await readOwnDuties(house, { ...actor, lang });
			const name = `${say(lang, 'duties.calendar-file')}.ics`;
			return reply
				.header('content-disposition', `attachment; filename="${name}"`)
				.type(calendarType)
				.send(calendarOf(duties, { lang, origin: house.config.origin, now: house.clock.now() }));
		}
	);
	const give = 'Hands in a result from elsewhere, for those in charge to look at';
	api.post(
		'/me/duties/:id/equivalent',
		{ config: mine, schema: { tags, summary: give, params, body: HandingIn, response: nothing } },
		async ({ actor, params, body }, reply) => {
			await handIn(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
}

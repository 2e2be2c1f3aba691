import type { TypedApi } from '../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import { readPeopleOfClass } from './people-of-class.ts';
import { readClass } from './read-classes.ts';
import {
	AttendanceParams,
	ClassParams,
	ClassView,
	NewAttendance,
	NewMark,
	PeopleList,
	PeopleQuery
} from './schemas.ts';
import { markAttendance, takeAttendance, untickAttendance } from './take-attendance.ts';

const tags = ['community'];
const keepers = { access: classKeepers, showsPeople: true } as const;
const one = { 200: ClassView };

/** Who came to a session, as those write down who hold it. */
export function attendanceRoutes(api: TypedApi, house: CommunityHouse): void {
	const people =
		'People of the session’s place whom one may look after, for ticking; that they were listed is recorded';
	api.get(
		'/classes/:id/people',
		{
			config: keepers,
			schema: { tags, summary: people, params: ClassParams, querystring: PeopleQuery, response: { 200: PeopleList } }
		},
		({ actor, params, query }) => readPeopleOfClass(house, actor, { id: params.id, query: query.query })
	);
	const take = 'Writes down who came: people with an account, and names of those without';
	api.post(
		'/classes/:id/attendance',
		{ config: keepers, schema: { tags, summary: take, params: ClassParams, body: NewAttendance, response: one } },
		async ({ actor, params, body }) => {
			await takeAttendance(house, actor, { ...body, id: params.id });
			return readClass(house, actor, params.id);
		}
	);
	changing(api, house);
}

function changing(api: TypedApi, house: CommunityHouse): void {
	const params = AttendanceParams;
	const mark = 'Keeps what one saw of somebody who came: alone, with a reminder, or not yet';
	api.put(
		'/classes/:id/attendance/:attendanceId',
		{ config: keepers, schema: { tags, summary: mark, params, body: NewMark, response: one } },
		async (request) => {
			await markAttendance(house, request.actor, { ...request.params, ...request.body });
			return readClass(house, request.actor, request.params.id);
		}
	);
	const untick = 'Takes back one’s own tick of somebody, and what came by the code on the wall';
	api.delete(
		'/classes/:id/attendance/:attendanceId',
		{ config: keepers, schema: { tags, summary: untick, params, response: one } },
		async (request) => {
			await untickAttendance(house, request.actor, request.params);
			return readClass(house, request.actor, request.params.id);
		}
	);
}

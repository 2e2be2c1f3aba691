import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { readClass } from '../read-classes.ts';
import { AttendanceParams, ClassView } from '../schemas.ts';
import { recognise, undoRecognised } from './recognise.ts';
import { RecognisedParams, Whose } from './schemas.ts';

const tags = ['community'];
const config = { access: classKeepers, showsPeople: true } as const;
const one = { 200: ClassView };

/** Whose a name is that was written in. */
export function recognisedRoutes(api: TypedApi, house: CommunityHouse): void {
	const say = 'Says whose a written name is: an account’s or a helped learner’s; can be taken back for 30 days';
	api.put(
		'/classes/:id/attendance/:attendanceId/whose',
		{ config, schema: { tags, summary: say, params: AttendanceParams, body: Whose, response: one } },
		async ({ actor, params, body }) => {
			await recognise(house, actor, { ...params, whose: body });
			return readClass(house, actor, params.id);
		}
	);
	const undo = 'Takes that back: the name stands in the list again, with what was said of it';
	api.delete(
		'/classes/:id/recognised/:recognisedId',
		{ config, schema: { tags, summary: undo, params: RecognisedParams, response: one } },
		async ({ actor, params }) => {
			await undoRecognised(house, actor, params);
			return readClass(house, actor, params.id);
		}
	);
}

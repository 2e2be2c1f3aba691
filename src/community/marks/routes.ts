import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { keepMarks } from './keep-marks.ts';
import { readLearntInClass, readMarks, showAnswer } from './read-marks.ts';
import { AnswerParams, ClassMarks, LearntInClass, MarksParams, NewMarks, ShownAnswer } from './schemas.ts';

const tags = ['community'];
const keepers = { access: classKeepers } as const;
const withPeople = { ...keepers, showsPeople: true } as const;
const params = MarksParams;
const one = { 200: ClassMarks };

/** One lesson for a whole class: what helpers saw of each who was there, question by question. */
export function markRoutes(api: TypedApi, house: CommunityHouse): void {
	const keep = 'Keeps what one saw in class, many marks at once, all or nothing; sent again it changes nothing';
	api.put(
		'/classes/:id/marks',
		{ config: withPeople, schema: { tags, summary: keep, params, body: NewMarks, response: one } },
		async ({ actor, params, body }) => {
			await keepMarks(house, actor, { ...body, id: params.id });
			return readMarks(house, actor, params.id);
		}
	);
	const read = 'What was marked in a session, every helper’s word beside the others’';
	api.get(
		'/classes/:id/marks',
		{ config: withPeople, schema: { tags, summary: read, params, response: one } },
		(request) => readMarks(house, request.actor, request.params.id)
	);
	const answer = 'Which answer of a check question is right, for showing it to the class';
	api.get(
		'/classes/:id/questions/:questionId/answer',
		{ config: keepers, schema: { tags, summary: answer, params: AnswerParams, response: { 200: ShownAnswer } } },
		(request) => showAnswer(house, request.actor, request.params)
	);
	const own = 'What helpers marked of oneself in class; these are no answers of one’s own';
	api.get(
		'/me/class-marks',
		{ config: { access: 'learner' }, schema: { tags, summary: own, response: { 200: LearntInClass } } },
		({ actor }) => readLearntInClass(house, house.store.read, { learnerId: actor.learnerId ?? '', lang: actor.lang })
	);
}

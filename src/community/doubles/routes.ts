import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { viewHelped } from '../helped/read-helped.ts';
import { HelpedParams as params, HelpedView } from '../helped/schemas.ts';
import { findDoubles } from './find-doubles.ts';
import { mergeDoubles } from './merge-doubles.ts';
import { DoublesList, DoublesQuery, MergeParams, Merging } from './schemas.ts';
import { splitDoubles } from './split-doubles.ts';

const tags = ['community'];
const keepers = { access: classKeepers, showsPeople: true } as const;
const one = { 200: HelpedView };

/** Two rows for one helped learner become one, and two again. */
export function doublesRoutes(api: TypedApi, house: CommunityHouse): void {
	const find = 'Who may be the same person, the likeliest first, or by name; that it was looked for is recorded';
	api.get(
		'/helped-learners/:id/doubles',
		{
			config: keepers,
			schema: { tags, summary: find, params, querystring: DoublesQuery, response: { 200: DoublesList } }
		},
		({ actor, params, query }) => findDoubles(house, actor, { id: params.id, query: query.query })
	);
	const merge = 'Gives her all that the other has learnt, who is no longer there; it can be undone for thirty days';
	api.post(
		'/helped-learners/:id/merges',
		{ config: keepers, schema: { tags, summary: merge, params, body: Merging, response: one } },
		async ({ actor, params, body }) => {
			await mergeDoubles(house, actor, { id: params.id, otherId: body.otherId });
			return viewHelped(house, actor, params.id);
		}
	);
	const split = 'Undoes a merge: both are as they were; what was learnt since stays with the one who was kept';
	api.delete(
		'/helped-learners/:id/merges/:mergeId',
		{ config: keepers, schema: { tags, summary: split, params: MergeParams, response: { 204: Type.Null() } } },
		async ({ actor, params }, reply) => {
			await splitDoubles(house, actor, params);
			return reply.code(204).send(null);
		}
	);
}

import type { TypedApi } from '../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import { readGaps } from './read-gaps.ts';
import { GapList, GapQuery, NewRule, RuleParams } from './schemas.ts';
import { removeRule, ruleSetters, setRule } from './set-rule.ts';

const tags = ['community'];

/** How often classes are to be held, and where weeks, months or sessions are lacking. */
export function gapRoutes(api: TypedApi, house: CommunityHouse): void {
	const gaps = 'Weeks and months without a class, and places below their least number, within one’s places';
	api.get(
		'/class-gaps',
		{
			config: { access: classKeepers },
			schema: { tags, summary: gaps, querystring: GapQuery, response: { 200: GapList } }
		},
		({ actor, query }) => readGaps(house, actor, query.placeId)
	);
	const set = 'Says how often classes are to be held in a place, or in each of its villages';
	api.put(
		'/class-rules',
		{
			config: { access: ruleSetters },
			schema: { tags, summary: set, body: NewRule, response: { 200: GapList } }
		},
		async ({ actor, body }) => {
			await setRule(house, actor, body);
			return readGaps(house, actor, body.placeId);
		}
	);
	const remove = 'Takes a rule away that was set by mistake or no longer holds';
	api.delete(
		'/class-rules/:placeId/:covers',
		{
			config: { access: ruleSetters },
			schema: { tags, summary: remove, params: RuleParams, response: { 200: GapList } }
		},
		async ({ actor, params }) => {
			await removeRule(house, actor, params);
			return readGaps(house, actor);
		}
	);
}

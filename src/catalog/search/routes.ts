import { findLearnerPlacePath } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { Release } from '../release.ts';
import { SearchQuery, SearchResult } from './schemas.ts';
import { search } from './search.ts';

const summary = 'Lessons, courses, programmes and words of the glossary about something, the best first';

/** Search, for anyone. What was looked for is neither kept nor logged. */
export function searchRoutes(api: TypedApi, { store, release }: Pick<House, 'store'> & { release(): Release }): void {
	const placeOf = async ({ accountId, learnerId }: Actor) =>
		accountId === null || learnerId === null ? null : findLearnerPlacePath(store.read, learnerId);
	api.get(
		'/search',
		{
			config: { access: 'public' },
			schema: { tags: ['catalog'], summary, querystring: SearchQuery, response: { 200: SearchResult } }
		},
		async ({ query: { q, group = null, after = null }, actor, lang }) => {
			const seeker = { group, placePath: await placeOf(actor) };
			return search(store.read, release(), { query: q, after, lang, seeker });
		}
	);
}

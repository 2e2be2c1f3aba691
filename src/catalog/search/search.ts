import type { Reader } from '../../platform/persistence/store.ts';
import { find, type Release } from '../release.ts';
import { holdingAll, holdingSome, mostCandidates, type Scope } from './candidates.ts';
import { prepare, type Prepared } from './prepared.ts';
import { byRank, rank, type Rank } from './ranking.ts';
import type { SearchHit, SearchResult } from './schemas.ts';
import { findable, markedText, snippet } from './snippet.ts';
import { readWish, type Wish } from './words.ts';

const perPage = 20;

export interface Search extends Scope {
	readonly query: string;
	/** `next` of the page before; null for the first page. */
	readonly after: string | null;
}

interface Ranked {
	readonly found: Prepared;
	readonly rank: Rank;
}

/**
 * Finds what there is to learn about something: what holds every word or, where nothing does, most of them. Only what
 * this release shows is found.
 */
export async function search(
	reader: Reader,
	release: Release,
	{ query, after, ...scope }: Search
): Promise<SearchResult> {
	const wish = readWish(query);
	if (wish.words.length === 0) return { total: 0, more: false, complete: true, hits: [], next: null };
	const all = await holdingAll(reader, wish, scope);
	const found = ranked(await prepare(reader, release, all.slice(0, mostCandidates)), { wish, scope });
	const complete = found.length > 0;
	const some = complete ? [] : await prepare(reader, release, await holdingSome(reader, wish, scope));
	const shown = complete ? found : ranked(some, { wish, scope });
	const from = after === null ? 0 : shown.findIndex((each) => keyOf(each) === after) + 1;
	const page = shown.slice(from, from + perPage);
	const last = page.at(-1);
	return {
		total: shown.length,
		more: all.length > mostCandidates,
		complete: complete || shown.length === 0,
		hits: page.map((each) => hitFrom(release, each, { wish, scope })),
		next: last && from + page.length < shown.length ? keyOf(last) : null
	};
}

const keyOf = ({ found: { kind, id } }: Ranked) => `${kind}:${id}`;

type Asked = { wish: Wish; scope: Scope };

/** The best first; equals in the order of their ids, so that a page follows the one before it. */
function ranked(candidates: readonly Prepared[], { wish, scope }: Asked): Ranked[] {
	return candidates
		.map((found) => ({ found, rank: rank(found, wish, scope.seeker) }))
		.filter((each) => each.rank.missing.length < wish.words.length)
		.sort((a, b) => byRank(a.rank, b.rank) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function hitFrom(release: Release, { found, rank }: Ranked, { wish, scope }: Asked): SearchHit {
	const { kind, id, courseId, lang } = found;
	const { title = '', text = '' } = found.text() ?? {};
	const course = courseId === null ? null : find(release, 'course', { id: courseId, lang: scope.lang });
	return {
		kind,
		id,
		courseId,
		courseTitle: course?.compiled.title ?? null,
		title: markedText(findable(title, found.title), wish),
		snippet: snippet(findable(text, found.body), wish),
		missing: rank.missing.flatMap((i) => wish.words[i]?.typed ?? []),
		translated: lang === scope.lang
	};
}

import type { Reader } from '../../platform/persistence/store.ts';
import { find, type Release } from '../release.ts';
import { holdingAll, holdingSome, mostCandidates, type Scope } from './candidates.ts';
import { prepare, type Prepared } from './prepared.ts';
import type { Candidate } from './queries.ts';
import type { Sought } from './lexicon.ts';
import { byRank, rank, type Rank } from './ranking.ts';
import type { SearchHit, SearchResult } from './schemas.ts';
import { markedText, snippet } from './snippet.ts';
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
	const rankedOf = async (candidates: readonly Candidate[]) => {
		const { found, lexicon } = await prepare(reader, release, candidates);
		const asked = { wish, sought: lexicon.seek(wish), scope };
		return { asked, ranked: ranked(found, asked) };
	};
	const whole = await rankedOf(all.slice(0, mostCandidates));
	const complete = whole.ranked.length > 0;
	const { asked, ranked: shown } = complete ? whole : await rankedOf(await holdingSome(reader, wish, scope));
	const from = after === null ? 0 : shown.findIndex(({ found }) => found.key === after) + 1;
	const page = shown.slice(from, from + perPage);
	const last = page.at(-1);
	return {
		total: shown.length,
		more: all.length > mostCandidates,
		complete: complete || shown.length === 0,
		hits: page.map((each) => hitFrom(release, each, asked)),
		next: last && from + page.length < shown.length ? last.found.key : null
	};
}

interface Asked {
	readonly wish: Wish;
	readonly sought: Sought;
	readonly scope: Scope;
}

/** The best first; equals in the order of their ids, so that a page follows the one before it. */
function ranked(candidates: readonly Prepared[], { sought, scope }: Asked): Ranked[] {
	return candidates
		.map((found) => ({ found, rank: rank(found, sought, scope.seeker) }))
		.filter((each) => each.rank.missing.length < sought.words.length)
		.sort((a, b) => byRank(a.rank, b.rank) || (a.found.key < b.found.key ? -1 : 1));
}

function hitFrom(release: Release, { found, rank }: Ranked, { wish, sought, scope }: Asked): SearchHit {
	const { kind, id, courseId, lang } = found;
	const { title, text } = found.shown();
	const course = courseId === null ? null : find(release, 'course', { id: courseId, lang: scope.lang });
	return {
		kind,
		id,
		courseId,
		courseTitle: course?.compiled.title ?? null,
		title: markedText(title, sought),
		snippet: snippet(text, sought),
		missing: rank.missing.flatMap((i) => wish.words[i]?.typed ?? []),
		translated: lang === scope.lang
	};
}

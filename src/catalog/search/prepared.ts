import type { Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { StoredItem } from '../items.ts';
import { find, type Release } from '../release.ts';
import { isSearchable, textsOfItem, type ItemText, type SearchableKind } from './item-texts.ts';
import { Lexicon } from './lexicon.ts';
import { findTexts, type Candidate, type KeptText } from './queries.ts';
import type { Rankable } from './ranking.ts';
import type { SearchHit } from './schemas.ts';
import { findable, type Findable } from './snippet.ts';

/** Something that can be found, ready to be ranked. */
export interface Prepared extends Rankable {
	/** Its kind and id, which nothing else has. */
	readonly key: string;
	readonly kind: SearchHit['kind'];
	readonly id: string;
	readonly lang: Lang;
	readonly courseId: string | null;
	/** As it was written; made when it is first shown, which takes the longest. */
	shown(): Shown;
}

interface Shown {
	readonly title: Findable;
	readonly text: Findable;
}

/** What was a candidate so far, with its words by number; null for what is not of this release or can't be opened. */
interface Known {
	readonly lexicon: Lexicon;
	readonly texts: Map<Candidate, Prepared | null>;
}

/** Each text is fetched once per release, when first a candidate; it goes with the release. */
const known = new WeakMap<Release, Known>();

/**
 * The candidates as this release has them, without those of another release and those that nobody could open; with the
 * lexicon of their words.
 */
export async function prepare(
	reader: Reader,
	release: Release,
	candidates: readonly Candidate[]
): Promise<{ found: Prepared[]; lexicon: Lexicon }> {
	const { lexicon, texts } = knownOf(release);
	const strange = new Set(candidates.filter((each) => !texts.has(each)).map((each) => each.split(' ', 1)[0] ?? ''));
	for (const row of strange.size > 0 ? await findTexts(reader, [...strange]) : [])
		texts.set(`${row.itemHash} ${row.part}`, make(release, row, lexicon));
	return { found: candidates.flatMap((each) => texts.get(each) ?? []), lexicon };
}

function knownOf(release: Release): Known {
	const found = known.get(release) ?? { lexicon: new Lexicon(), texts: new Map<Candidate, Prepared | null>() };
	known.set(release, found);
	return found;
}

function make(release: Release, { itemHash, part, ...row }: KeptText, lexicon: Lexicon): Prepared | null {
	const item = release.byHash.get(itemHash);
	if (!item || !isSearchable(item.kind)) return null;
	const found = item as StoredItem<SearchableKind>; // the line above looked
	const whose = ownerOf(release, found);
	if (!whose) return null;
	const called = row.title.trim().split(' ');
	const texts = { title: lexicon.read(row.title), body: lexicon.read(row.body) };
	const own = part === '' ? whose : { ...whose, kind: 'term' as const, id: part };
	return {
		...own,
		key: `${own.kind}:${own.id}`,
		...texts,
		titleWords: called.findLastIndex((word) => !/\d/.test(word)) + 1,
		lang: found.lang,
		space: row.space,
		shown: once(() => shownOf(textIn(found, part), texts))
	};
}

function shownOf({ title, text }: Pick<ItemText, 'title' | 'text'>, words: Pick<Rankable, 'title' | 'body'>): Shown {
	return { title: findable(title, words.title), text: findable(text, words.body) };
}

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** A glossary is met word by word. */
const textIn = ({ kind, compiled }: StoredItem<SearchableKind>, part: string) =>
	textsOfItem(kind, compiled, part)[0] ?? { title: '', text: '' };

type Owner = Pick<Prepared, 'kind' | 'id' | 'courseId' | 'groups'>;

/** What it is and whom it is for; null for a lesson that stands in no course. */
function ownerOf(release: Release, { kind, id }: StoredItem<SearchableKind>): Owner | null {
	if (kind === 'glossary') return { kind: 'term', id, courseId: null, groups: [] };
	if (kind === 'programme') return { kind, id, courseId: null, groups: groupOf(release, id) };
	if (kind === 'course') return { kind, id, courseId: null, groups: groupsOf(release, id) };
	const courseId = find(release, kind, { id, lang: 'vi' })?.base.compiled.courseId ?? '';
	const opens = release.lessons.get(courseId)?.includes(id) && find(release, 'course', { id: courseId, lang: 'vi' });
	return opens ? { kind, id, courseId, groups: groupsOf(release, courseId) } : null;
}

const groupsOf = (release: Release, courseId: string) =>
	find(release, 'course', { id: courseId, lang: 'vi' })?.base.compiled.groups ?? [];

function groupOf(release: Release, programmeId: string): string[] {
	const found = find(release, 'programme', { id: programmeId, lang: 'vi' });
	return found ? [found.base.compiled.group] : [];
}

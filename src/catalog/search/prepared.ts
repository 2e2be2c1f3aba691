import type { Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { StoredItem } from '../items.ts';
import { find, type Release } from '../release.ts';
import { isSearchable, textsOfItem, type ItemText, type SearchableKind } from './item-texts.ts';
import { findTexts, type Candidate } from './queries.ts';
import type { Rankable } from './ranking.ts';
import type { SearchHit } from './schemas.ts';

/** Something that can be found, ready to be ranked. */
export interface Prepared extends Rankable {
	readonly kind: SearchHit['kind'];
	readonly id: string;
	readonly lang: Lang;
	readonly courseId: string | null;
	/** Its text as it was written; made when asked for, because few of the many candidates are shown. */
	text(): ItemText | undefined;
}

/** Fetched once per release, when first a candidate; goes with the release. */
const prepared = new WeakMap<Release, Map<string, Prepared>>();

/** The candidates as this release has them, without those of another release and those that nobody could open. */
export async function prepare(reader: Reader, release: Release, candidates: readonly Candidate[]): Promise<Prepared[]> {
	let known = prepared.get(release);
	if (!known) prepared.set(release, (known = new Map()));
	const own = candidates.filter(({ itemHash }) => release.byHash.has(itemHash));
	const strange = new Map(own.filter((each) => !known.has(keyOf(each))).map((each) => [each.number, each]));
	const rows = strange.size > 0 ? await findTexts(reader, [...strange.keys()]) : [];
	for (const { number, title, body } of rows) {
		const candidate = strange.get(number);
		const made = candidate && make(release, candidate, { title: ` ${title} `, body: ` ${body} ` });
		if (made) known.set(keyOf(candidate), made);
	}
	return own.flatMap((each) => known.get(keyOf(each)) ?? []);
}

/** A row's number may be given to another later, what it was made from not. */
const keyOf = ({ itemHash, part }: Candidate) => `${itemHash} ${part}`;

function make(
	release: Release,
	{ itemHash, part, space }: Candidate,
	texts: Pick<Rankable, 'title' | 'body'>
): Prepared | null {
	const item = release.byHash.get(itemHash);
	if (!item || !isSearchable(item.kind)) return null;
	const found = item as StoredItem<SearchableKind>; // the line above looked
	const whose = ownerOf(release, found);
	if (!whose) return null;
	const called = part === '' ? whose : { ...whose, kind: 'term' as const, id: part };
	return { ...called, ...texts, lang: found.lang, space, text: () => textIn(found, part) };
}

/** A glossary is met word by word. */
const textIn = ({ kind, compiled }: StoredItem<SearchableKind>, part: string) => textsOfItem(kind, compiled, part)[0];

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

import type { Lang } from '../../platform/messages/index.ts';
import type { StoredItem } from '../items.ts';
import { find, type Release } from '../release.ts';
import { isSearchable, textsOfItem, type ItemText, type SearchableKind } from './item-texts.ts';
import type { Candidate } from './queries.ts';
import type { Rankable } from './ranking.ts';
import type { SearchHit } from './schemas.ts';
import { indexed } from './words.ts';

/** Something that can be found, ready to be ranked. */
export interface Prepared extends Rankable {
	readonly kind: SearchHit['kind'];
	readonly id: string;
	readonly lang: Lang;
	readonly courseId: string | null;
	/** Its text as it was written; made when asked for, because few of the many candidates are shown. */
	text(): ItemText;
	/** Where each word of the body begins in the text. */
	readonly starts: Uint32Array;
}

/** Made once per release and text, when it is first a candidate; goes with the release. */
const prepared = new WeakMap<Release, Map<string, Prepared>>();

/** The candidate as this release has it; null where it belongs to another release or to nothing that can be opened. */
export function prepare(release: Release, { itemHash, part, space }: Candidate): Prepared | null {
	let known = prepared.get(release);
	if (!known) prepared.set(release, (known = new Map()));
	const key = `${itemHash} ${part}`;
	const before = known.get(key);
	if (before) return before;
	const made = make(release, { itemHash, part, space });
	if (made) known.set(key, made);
	return made;
}

function make(release: Release, { itemHash, part, space }: Candidate): Prepared | null {
	const item = release.byHash.get(itemHash);
	if (!item || !isSearchable(item.kind)) return null;
	const found = item as StoredItem<SearchableKind>; // the line above looked
	const written = textIn(found, part);
	const whose = written && ownerOf(release, found);
	if (!whose) return null;
	const body = indexed(written.text);
	return {
		...whose,
		...(part !== '' && { kind: 'term', id: part }),
		lang: found.lang,
		space,
		text: () => textIn(found, part) ?? written,
		title: slim(` ${indexed(written.title).words} `),
		body: slim(` ${body.words} `),
		starts: body.starts
	};
}

/** The same text in one byte a letter where that is enough: half the memory, and looked through faster. */
const slim = (text: string) => (/^[\0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1').toString('latin1') : text);

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

import type { Lang } from '../../platform/messages/index.ts';
import type { WantedWords } from '../../platform/persistence/full-text.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findCandidates, type Candidate } from './queries.ts';
import type { Seeker } from './ranking.ts';
import { groupWord, type Wish } from './words.ts';

/** How many candidates are ranked: more would take too long, and nobody reads that far. */
export const mostCandidates = 200;
/** How many of them each special look may bring. */
const special = 60;
/** Of a longer query that nothing holds whole, only so many words are looked for one by one. */
const mostAlone = 8;

export interface Scope {
	readonly lang: Lang;
	readonly seeker: Seeker;
}

type Looking = WantedWords & { readonly spaces?: readonly string[]; readonly limit: number };

/**
 * Those that hold every word. A very common word is in thousands of texts, of which any two hundred would do; so where
 * there are more than are ranked, the looks that find the best of them stand first. One more than are ranked tells that.
 */
export async function holdingAll(reader: Reader, wish: Wish, { lang, seeker }: Scope): Promise<Candidate[]> {
	const words = wish.words.map(({ folded }) => folded);
	const every = { words, begins: true, limit: special };
	const any = await look(reader, [{ ...every, limit: mostCandidates + 1 }], lang);
	if (any.length <= mostCandidates) return any; // all there are
	const withMarks = lookForMarks(wish);
	const looks: Looking[] = [{ ...every, inTitle: true }];
	if (withMarks) looks.unshift({ ...withMarks, inTitle: true });
	if (seeker.placePath !== null) looks.push({ ...every, spaces: placesOver(seeker.placePath) });
	if (withMarks) looks.push(withMarks);
	if (words.length > 1) looks.push({ ...every, together: true });
	if (seeker.group !== null) looks.push({ ...every, words: [groupWord(seeker.group), ...words] });
	return onceEach([...(await look(reader, looks, lang)), ...any]);
}

/** Those that hold some of the words: all but one where there are such, otherwise any one. */
export async function holdingSome(reader: Reader, wish: Wish, { lang }: Scope): Promise<Candidate[]> {
	const words = wish.words.map(({ folded }) => folded);
	const last = words.length - 1;
	if (words.length > 2 && words.length <= mostAlone) {
		const allButOne = words.map((_, gone) => ({
			words: words.filter((_word, i) => i !== gone),
			begins: gone !== last,
			limit: special
		}));
		const found = await look(reader, allButOne, lang);
		if (found.length > 0) return found;
	}
	// The longer a word, the more it says.
	const alone = words.map((word, i) => ({ words: [word], begins: i === last, limit: special }));
	alone.sort((a, b) => (b.words[0]?.length ?? 0) - (a.words[0]?.length ?? 0));
	return look(reader, alone.slice(0, mostAlone), lang);
}

async function look(reader: Reader, looks: readonly Looking[], lang: Lang): Promise<Candidate[]> {
	const found = await Promise.all(looks.map((each) => findCandidates(reader, { ...each, lang })));
	return onceEach(found.flat());
}

const onceEach = (found: readonly Candidate[]) => [...new Set(found)].slice(0, mostCandidates + 1);

/** The words as typed, where some were typed with marks; the last word counts as finished when it has any. */
function lookForMarks({ words }: Wish): Looking | null {
	if (!words.some(({ marked }) => marked !== null)) return null;
	const begins = words.at(-1)?.marked === null;
	return { words: words.map(({ folded, marked }) => marked ?? folded), begins, limit: special };
}

/** The paths of a place and of all above it, without everyone's: `/46/dong-sen/` lies in `/46/`. */
function placesOver(path: string): string[] {
	const codes = path.split('/').filter(Boolean);
	return codes.map((_, i) => `/${codes.slice(0, i + 1).join('/')}/`);
}

import { commonSpace } from '../source/draft.ts';
import type { Numbers, Sought } from './lexicon.ts';

/** Something that may answer a wish. The texts are as the index keeps them. */
export interface Rankable {
	readonly title: Numbers;
	/** How many words the title has as it is read; behind them stand those with marks. */
	readonly titleWords: number;
	readonly body: Numbers;
	/** The groups it is for; none where it is for anyone. */
	readonly groups: readonly string[];
	/** The place that owns it, as a path. */
	readonly space: string;
}

/** Who is looking: what she learns for and where she lives, as far as that is known. */
export interface Seeker {
	readonly group: string | null;
	readonly placePath: string | null;
}

/** How well something answers a wish; compare two with `byRank`. */
export interface Rank {
	/** The positions of the words of the wish that it does not hold. */
	readonly missing: readonly number[];
	/** Content of another place than the reader's stands behind everything else. */
	readonly elsewhere: boolean;
	/** How many of the words typed with marks stand in it with the same marks. */
	readonly sameMarks: number;
	readonly points: number;
}

/** What each kind of hit is worth. Titles are short and chosen, so they outweigh bodies; words side by side mean more. */
const worth = {
	titleWord: 8,
	titleBeginning: 1.5,
	bodyWord: 2,
	bodyBeginning: 0.5,
	titleIsQuery: 30,
	titleStartsWithQuery: 8,
	titlePhrase: 14,
	bodyPhrase: 9,
	/** For each further time a word is used, up to `mostTimes`. */
	again: 0.3,
	ownGroup: 5,
	ownPlace: 20
};
const mostTimes = 3;

/** Judges one candidate; pure. */
export function rank(candidate: Rankable, sought: Sought, seeker: Seeker): Rank {
	const { title, body, groups, space } = candidate;
	const own = space !== commonSpace && (seeker.placePath ?? '').startsWith(space);
	const hits = sought.words.map((_, i) => wordPoints(candidate, sought, i));
	let points = hits.reduce((sum, each) => sum + each, 0) + phrasePoints(candidate, sought);
	if (seeker.group !== null && groups.includes(seeker.group)) points += worth.ownGroup;
	if (own) points += worth.ownPlace;
	return {
		missing: hits.flatMap((each, i) => (each === 0 ? [i] : [])),
		elsewhere: space !== commonSpace && !own,
		sameMarks: sought.words.filter(({ marked }) => marked !== null && (title.includes(marked) || body.includes(marked)))
			.length,
		points
	};
}

/** All words before some, the reader's own marks before others, then by points; equals stay as they are. */
export function byRank(a: Rank, b: Rank): number {
	return (
		a.missing.length - b.missing.length ||
		Number(a.elsewhere) - Number(b.elsewhere) ||
		b.sameMarks - a.sameMarks ||
		b.points - a.points
	);
}

function wordPoints({ title, body }: Rankable, { words, begun }: Sought, which: number): number {
	const word = words[which]?.folded ?? -1;
	const begins = (text: Numbers) => which === words.length - 1 && holdsBegun(text, begun);
	let points = 0;
	if (title.includes(word)) points += worth.titleWord;
	else if (begins(title)) points += worth.titleBeginning;
	const uses = times(body, word);
	if (uses > 0) points += worth.bodyWord + worth.again * (uses - 1);
	else if (begins(body)) points += worth.bodyBeginning;
	return points;
}

function times(text: Numbers, word: number): number {
	let count = 0;
	for (let at = text.indexOf(word); at >= 0 && count < mostTimes; count++) at = text.indexOf(word, at + 1);
	return count;
}

function holdsBegun(text: Numbers, begun: Uint8Array): boolean {
	for (const word of text) if (begun[word] === 1) return true;
	return false;
}

/** The words one after another, the last perhaps unfinished; a single word is no phrase, but may be the whole title. */
function phrasePoints({ title, titleWords, body }: Rankable, sought: Sought): number {
	const { length } = sought.words;
	let points = 0;
	if (length > 1 && holdsPhrase(title, sought)) points += worth.titlePhrase;
	if (length > 1 && holdsPhrase(body, sought)) points += worth.bodyPhrase;
	if (sought.words.every(({ folded }, i) => title[i] === folded)) {
		points += worth.titleStartsWithQuery;
		if (titleWords <= length) points += worth.titleIsQuery;
	}
	return points;
}

function holdsPhrase(text: Numbers, { words, begun }: Sought): boolean {
	const first = words[0]?.folded ?? -1;
	const last = words.length - 1;
	for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
		let i = 1;
		while (i < last && text[at + i] === words[i]?.folded) i++;
		if (i === last && begun[text[at + last] ?? -1] === 1) return true;
	}
	return false;
}

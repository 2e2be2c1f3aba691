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
	const { groups, space } = candidate;
	const own = space !== commonSpace && (seeker.placePath ?? '').startsWith(space);
	const title = tally(candidate.title, sought);
	const body = tally(candidate.body, sought);
	const hits = sought.words.map((_, i) => wordPoints(title, body, i));
	let points = hits.reduce((sum, each) => sum + each, 0) + phrasePoints(candidate, sought);
	if (seeker.group !== null && groups.includes(seeker.group)) points += worth.ownGroup;
	if (own) points += worth.ownPlace;
	return {
		missing: hits.flatMap((each, i) => (each === 0 ? [i] : [])),
		elsewhere: space !== commonSpace && !own,
		sameMarks: title.spelt.filter((there, i) => there || body.spelt[i]).length,
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

/** What of the words sought stands in a text. */
interface Tally {
	/** How often each is used. */
	readonly uses: number[];
	/** Whether each stands there with the marks it was typed with. */
	readonly spelt: boolean[];
	/** Whether a word begins with the last one. */
	begun: boolean;
}

/** Goes through a text once, whatever is sought. */
function tally(text: Numbers, sought: Sought): Tally {
	const { words, concerns } = sought;
	const found: Tally = { uses: words.map(() => 0), spelt: words.map(() => false), begun: false };
	for (let at = 0; at < text.length; at++) {
		const number = text[at] ?? 0;
		if (concerns[number] === 1) count(found, number, sought);
	}
	return found;
}

function count(found: Tally, number: number, { words, begun }: Sought): void {
	if (begun[number] === 1) found.begun = true;
	for (let i = 0; i < words.length; i++) {
		if (words[i]?.folded === number) found.uses[i] = (found.uses[i] ?? 0) + 1;
		if (words[i]?.marked === number) found.spelt[i] = true;
	}
}

function wordPoints(title: Tally, body: Tally, i: number): number {
	const mayBegin = i === title.uses.length - 1;
	const times = Math.min(body.uses[i] ?? 0, mostTimes);
	let points = 0;
	if ((title.uses[i] ?? 0) > 0) points += worth.titleWord;
	else if (mayBegin && title.begun) points += worth.titleBeginning;
	if (times > 0) points += worth.bodyWord + worth.again * (times - 1);
	else if (mayBegin && body.begun) points += worth.bodyBeginning;
	return points;
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

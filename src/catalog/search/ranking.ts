import { commonSpace } from '../source/draft.ts';
import type { Wish } from './words.ts';

/** Something that may answer a wish. The texts are as the index keeps them, with a space before and behind. */
export interface Rankable {
	readonly title: string;
	readonly body: string;
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
export function rank(candidate: Rankable, wish: Wish, seeker: Seeker): Rank {
	const { title, body, groups, space } = candidate;
	const own = space !== commonSpace && (seeker.placePath ?? '').startsWith(space);
	const hits = wish.words.map(({ folded }, i) => wordPoints(candidate, folded, i === wish.words.length - 1));
	let points = hits.reduce((sum, each) => sum + each, 0) + phrasePoints({ title, body }, wish);
	if (seeker.group !== null && groups.includes(seeker.group)) points += worth.ownGroup;
	if (own) points += worth.ownPlace;
	return {
		missing: hits.flatMap((each, i) => (each === 0 ? [i] : [])),
		elsewhere: space !== commonSpace && !own,
		sameMarks: wish.words.filter(({ marked }) => marked !== null && (has(title, marked) || has(body, marked))).length,
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

const has = (text: string, word: string) => text.includes(` ${word} `);

function wordPoints({ title, body }: Pick<Rankable, 'title' | 'body'>, word: string, mayBegin: boolean): number {
	const begins = (text: string) => mayBegin && text.includes(` ${word}`);
	const whole = ` ${word} `;
	let points = 0;
	if (title.includes(whole)) points += worth.titleWord;
	else if (begins(title)) points += worth.titleBeginning;
	const uses = times(body, whole);
	if (uses > 0) points += worth.bodyWord + worth.again * (uses - 1);
	else if (begins(body)) points += worth.bodyBeginning;
	return points;
}

function times(text: string, word: string): number {
	let count = 0;
	for (let at = text.indexOf(word); at >= 0 && count < mostTimes; count++)
		at = text.indexOf(word, at + word.length - 1);
	return count;
}

/** The words one after another, the last perhaps unfinished; a single word is no phrase, but may be the whole title. */
function phrasePoints({ title, body }: Pick<Rankable, 'title' | 'body'>, { words }: Wish): number {
	const phrase = ` ${words.map(({ folded }) => folded).join(' ')}`;
	const several = words.length > 1;
	let points = 0;
	if (several && title.includes(phrase)) points += worth.titlePhrase;
	if (several && body.includes(phrase)) points += worth.bodyPhrase;
	if (title.startsWith(`${phrase} `)) points += worth.titleStartsWithQuery;
	if (isWhole(title, phrase)) points += worth.titleIsQuery;
	return points;
}

/** Behind the folded words of a title stand those with marks, which have digits in them. */
function isWhole(title: string, phrase: string): boolean {
	if (!title.startsWith(`${phrase} `)) return false;
	const rest = title.slice(phrase.length).trim();
	return rest === '' || rest.split(' ').every((word) => /\d/.test(word));
}

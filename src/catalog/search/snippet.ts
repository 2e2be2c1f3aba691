import { wordsOf, type Wish, type Word } from './words.ts';

/** A stretch of text; `marked` where a word was looked for. Joined they are the text as it was written. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** About how many characters a snippet shows: two lines on a laptop, five on a small phone. */
const length = 170;
/** How much of the text before the first hit is shown, so that it can be understood. */
const before = 40;

/** A whole text with the words looked for marked. */
export function markedText(text: string, wish: Wish): Segment[] {
	return segments(text, hitsIn(text, wish), { start: 0, end: text.length });
}

/**
 * The stretch of a text that holds most of the words looked for, cut between words, with … where something is left
 * out; the beginning where it holds none of them.
 */
export function snippet(text: string, wish: Wish): Segment[] {
	const words = wordsOf(text);
	const hits = hitsIn(text, wish, words);
	const { start, end } = windowIn(text, words, bestStart(hits));
	const cut = segments(text, hits, { start, end });
	if (start > 0) cut.unshift({ text: '… ', marked: false });
	if (end < text.length) cut.push({ text: ' …', marked: false });
	return joined(cut);
}

interface Hit {
	readonly start: number;
	readonly end: number;
	/** Which word of the wish. */
	readonly wanted: number;
}

/**
 * Where a word stands with the very marks that were typed, its other spellings in the text are not meant; where it
 * stands whole, neither are words that only begin with it.
 */
function hitsIn(text: string, wish: Wish, words: readonly Word[] = wordsOf(text)): Hit[] {
	const last = wish.words.length - 1;
	const meant = wish.words.map(({ folded, marked }, i) => {
		const ways: ((word: Word) => boolean)[] = [
			(word) => marked !== null && word.marked === marked,
			(word) => word.folded === folded,
			(word) => i === last && word.folded.startsWith(folded)
		];
		return ways.find((way) => words.some(way)) ?? (() => false);
	});
	return words.flatMap((word) => {
		const wanted = meant.findIndex((is) => is(word));
		return wanted < 0 ? [] : [{ start: word.start, end: word.end, wanted }];
	});
}

/** The hit from where on a window holds the most different words, then the most hits. */
function bestStart(hits: readonly Hit[]): number {
	let best = { start: 0, worth: 0 };
	for (const [i, { start }] of hits.entries()) {
		const inside = hits.slice(i, i + 12).filter((hit) => hit.end <= start + length - before);
		const worth = new Set(inside.map((hit) => hit.wanted)).size * 100 + inside.length + adjacent(inside) * 10;
		if (worth > best.worth) best = { start, worth };
	}
	return best.start;
}

/** How many hits follow the one before at once and in the order typed. */
function adjacent(hits: readonly Hit[]): number {
	return hits.filter((hit, i) => {
		const previous = hits[i - 1];
		return previous && hit.wanted === previous.wanted + 1 && hit.start - previous.end <= 2;
	}).length;
}

/** A little before the hit, from the beginning of a word (of a sentence, where one begins there) to the end of one. */
function windowIn(text: string, words: readonly Word[], hit: number): { start: number; end: number } {
	if (text.length <= length + before) return { start: 0, end: text.length };
	const near = words.filter((word) => word.start >= hit - before && word.start <= hit);
	const sentence = near.findLast((word) => word.start === 0 || /[.!?…:]["”’»)]*\s+$/.test(text.slice(0, word.start)));
	const start = hit <= before ? 0 : ((sentence ?? near[0])?.start ?? 0);
	const lastWord = words.findLast((word) => word.end <= start + length);
	const end = text.length - start <= length ? text.length : (lastWord?.end ?? text.length);
	return { start, end };
}

function segments(text: string, hits: readonly Hit[], { start, end }: { start: number; end: number }): Segment[] {
	const found: Segment[] = [];
	let at = start;
	for (const hit of hits.filter((each) => each.start >= start && each.end <= end)) {
		if (hit.start > at) found.push({ text: text.slice(at, hit.start), marked: false });
		found.push({ text: text.slice(hit.start, hit.end), marked: true });
		at = hit.end;
	}
	if (at < end) found.push({ text: text.slice(at, end), marked: false });
	return found;
}

/** Stretches of the same kind become one. */
function joined(all: readonly Segment[]): Segment[] {
	return all.reduce<Segment[]>((made, { text, marked }) => {
		const last = made.at(-1);
		if (last?.marked === marked) last.text += text;
		else made.push({ text, marked });
		return made;
	}, []);
}

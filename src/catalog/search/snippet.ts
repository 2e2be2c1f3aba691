import type { Numbers, Sought } from './lexicon.ts';
import { markedAt, startsOf, wordAt } from './words.ts';

/** A stretch of text; `marked` where a word was looked for. Joined they are the text as it was written. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** A text with what is known of its words: which they are, and where they begin. */
export interface Findable {
	readonly text: string;
	readonly words: Numbers;
	readonly starts: Uint32Array;
}

/** A text together with its words as the index keeps them. */
export function findable(text: string, words: Numbers): Findable {
	return { text, words, starts: Uint32Array.from(startsOf(text)) };
}

/** About how many characters a snippet shows: two lines on a laptop, five on a small phone. */
const length = 170;
/** How much of the text before the first hit is shown, so that it can be understood. */
const before = 40;
/** Of a word that is used all the time only the first places are looked at. */
const mostPlaces = 24;

/** A whole title with the words looked for marked. */
export function markedText(found: Findable, sought: Sought): Segment[] {
	return markedIn(found, placesOf(found, sought), { start: 0, end: found.text.length });
}

/**
 * The stretch of a text that holds most of the words looked for, cut between words, with … where something is left
 * out; the beginning where it holds none of them.
 */
export function snippet(found: Findable, sought: Sought): Segment[] {
	const places = placesOf(found, sought);
	const { text } = found;
	const { start, end } = windowIn(found, bestPlace(places, found.starts));
	const cut = markedIn(found, places, { start, end });
	if (start > 0) cut.unshift({ text: '… ', marked: false });
	if (end < text.length) cut.push({ text: ' …', marked: false });
	return joined(cut);
}

/** A word that was looked for: which one of the wish, and as which of the text's words it stands there. */
interface Place {
	readonly wanted: number;
	readonly at: number;
}

/**
 * Where the words stand, in order. Where one stands with the very marks that were typed, its other spellings are not
 * meant; where it stands whole, neither are words that only begin with it.
 */
function placesOf(found: Findable, { words, begun }: Sought): Place[] {
	const taken = new Map<number, number>();
	for (const [wanted, { folded, spelt }] of words.entries()) {
		const whole = numbersOf(found, (word) => word === folded);
		const same = whole.filter((at) => spelt !== null && markedAt(found.text, found.starts[at] ?? 0) === spelt);
		const mayBegin = whole.length === 0 && wanted === words.length - 1;
		const unfinished = mayBegin ? numbersOf(found, (word) => begun[word] === 1) : [];
		for (const at of [same, whole, unfinished].find((some) => some.length > 0) ?? [])
			if (!taken.has(at)) taken.set(at, wanted);
	}
	return [...taken].map(([at, wanted]) => ({ at, wanted })).sort((a, b) => a.at - b.at);
}

/** Which of a text's words are these; behind the words in order stand those with marks. */
function numbersOf({ words, starts }: Findable, isOne: (word: number) => boolean): number[] {
	const numbers: number[] = [];
	for (let at = 0; at < starts.length && numbers.length < mostPlaces; at++)
		if (isOne(words[at] ?? -1)) numbers.push(at);
	return numbers;
}

/** The place from where on a window holds the most different words, then the most next to each other, then the most. */
function bestPlace(places: readonly Place[], starts: Uint32Array): number {
	let best = { at: 0, worth: 0 };
	for (const [i, { at }] of places.entries()) {
		const end = (starts[at] ?? 0) + length - before;
		const inside = places.slice(i, i + 12).filter((place) => (starts[place.at] ?? 0) < end);
		const pairs = inside.filter((place, j) => follows(place, inside[j - 1])).length;
		const worth = new Set(inside.map((place) => place.wanted)).size * 100 + pairs * 10 + inside.length;
		if (worth > best.worth) best = { at, worth };
	}
	return starts[best.at] ?? 0;
}

const follows = (place: Place, previous: Place | undefined) =>
	previous !== undefined && place.at === previous.at + 1 && place.wanted === previous.wanted + 1;

/** From a little before the hit (from the beginning of a sentence, where one begins there) to the end of a word. */
function windowIn({ text, starts }: Findable, hit: number): { start: number; end: number } {
	if (text.length <= length + before) return { start: 0, end: text.length };
	const near = starts.subarray(firstFrom(starts, hit - before), firstFrom(starts, hit + 1));
	const sentence = near.findLast((start) => /[.!?…:]["”’»)]*\s+$/.test(text.slice(Math.max(0, start - 6), start)));
	const start = hit <= before ? 0 : (sentence ?? near[0] ?? 0);
	if (text.length - start <= length) return { start, end: text.length };
	return { start, end: wordAt(text, starts[firstFrom(starts, start + length) - 1] ?? start).end };
}

/** Which of the words is the first that begins here or later. */
function firstFrom(starts: Uint32Array, from: number): number {
	let [low, high] = [0, starts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) < from) low = middle + 1;
		else high = middle;
	}
	return low;
}

function markedIn(
	{ text, starts }: Findable,
	places: readonly Place[],
	range: { start: number; end: number }
): Segment[] {
	const segments: Segment[] = [];
	let { start: shown } = range;
	for (const place of places) {
		const start = starts[place.at] ?? 0;
		if (start < range.start || start >= range.end) continue;
		const { end } = wordAt(text, start);
		if (end > range.end) continue;
		if (start > shown) segments.push({ text: text.slice(shown, start), marked: false });
		segments.push({ text: text.slice(start, end), marked: true });
		shown = end;
	}
	if (shown < range.end) segments.push({ text: text.slice(shown, range.end), marked: false });
	return segments;
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

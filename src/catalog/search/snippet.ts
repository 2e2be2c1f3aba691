import { startsOf, wordAt, type Wish } from './words.ts';

/** A stretch of text; `marked` where a word was looked for. Joined they are the text as it was written. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** A text with what is known of its words: the folded ones with a space before and behind each, and where they begin. */
export interface Findable {
	readonly text: string;
	readonly body: string;
	readonly starts: readonly number[];
}

/** A text together with its words as the index keeps them. */
export function findable(text: string, indexedWords: string): Findable {
	return { text, body: ` ${indexedWords.trim()} `, starts: startsOf(text) };
}

/** About how many characters a snippet shows: two lines on a laptop, five on a small phone. */
const length = 170;
/** How much of the text before the first hit is shown, so that it can be understood. */
const before = 40;
/** Of a word that is used all the time only the first places are looked at. */
const mostPlaces = 24;

/** A whole title with the words looked for marked. */
export function markedText(found: Findable, wish: Wish): Segment[] {
	return markedIn(found, placesOf(found, wish), { start: 0, end: found.text.length });
}

/**
 * The stretch of a text that holds most of the words looked for, cut between words, with … where something is left
 * out; the beginning where it holds none of them.
 */
export function snippet(found: Findable, wish: Wish): Segment[] {
	const places = placesOf(found, wish);
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
function placesOf(found: Findable, { words }: Wish): Place[] {
	const taken = new Map<number, number>();
	for (const [wanted, { folded, marked }] of words.entries()) {
		const whole = wordNumbers(found, ` ${folded} `);
		const same = whole.filter((at) => marked !== null && wordAt(found.text, found.starts[at] ?? 0).marked === marked);
		const begun = whole.length === 0 && wanted === words.length - 1 ? wordNumbers(found, ` ${folded}`) : [];
		for (const at of [same, whole, begun].find((some) => some.length > 0) ?? [])
			if (!taken.has(at)) taken.set(at, wanted);
	}
	return [...taken].map(([at, wanted]) => ({ at, wanted })).sort((a, b) => a.at - b.at);
}

/** Which of a text's words are these: the number of spaces before one tells. */
function wordNumbers({ body, starts }: Findable, word: string): number[] {
	const numbers: number[] = [];
	let number = -1;
	let counted = 0;
	for (let at = body.indexOf(word); at >= 0 && numbers.length < mostPlaces; at = body.indexOf(word, at + 1)) {
		for (; counted <= at; counted++) if (body.charCodeAt(counted) === 32) number++;
		if (number >= starts.length) break; // behind the words in order stand those with marks
		numbers.push(number);
	}
	return numbers;
}

/** The place from where on a window holds the most different words, then the most next to each other, then the most. */
function bestPlace(places: readonly Place[], starts: readonly number[]): number {
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
	const near = starts.filter((start) => start >= hit - before && start <= hit);
	const sentence = near.findLast((start) => /[.!?…:]["”’»)]*\s+$/.test(text.slice(Math.max(0, start - 6), start)));
	const start = hit <= before ? 0 : (sentence ?? near[0] ?? 0);
	if (text.length - start <= length) return { start, end: text.length };
	const last = starts.findLast((each) => each < start + length) ?? start;
	return { start, end: wordAt(text, last).end };
}

function markedIn(
	{ text, starts }: Findable,
	places: readonly Place[],
	range: { start: number; end: number }
): Segment[] {
	const segments: Segment[] = [];
	let { start: shown } = range;
	for (const place of places) {
		const { start, end } = wordAt(text, starts[place.at] ?? 0);
		if (start < range.start || end > range.end) continue;
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

import { fold } from '../../platform/text.ts';

/** How a word is looked for. */
interface WordForms {
	/** Without marks: what everything is found by. */
	readonly folded: string;
	/**
	 * With its marks as digits, as they are typed on a number row: `đàn` → `d9an2`. The tone stands at the end, so that
	 * `hòa` and `hoà` are one word. Null where the word has no marks.
	 */
	readonly marked: string | null;
}

/** A word and where it stands in its text. */
export interface Word extends WordForms {
	readonly start: number;
	readonly end: number;
}

const inWord = /^[\p{L}\p{M}\p{N}]/u;
/** Longer than any word; what is longer is no word, and PostgreSQL's index would refuse it. */
const longest = 60;

/** The words of a text (composed, NFC) in their order. */
export function wordsOf(text: string): Word[] {
	return startsOf(text).map((start) => wordAt(text, start));
}

/** A text as the index keeps it: its folded words in order, then each word with marks once. */
export function indexed(text: string): string {
	const words = wordsOf(text);
	const marked = new Set(words.flatMap((word) => word.marked ?? []));
	return [...words.map((word) => word.folded), ...marked].join(' ');
}

/** Where each word of a text begins. */
export function startsOf(text: string): number[] {
	const starts: number[] = [];
	for (let at = 0; at < text.length;) {
		const end = endOfWord(text, at);
		if (end > at) starts.push(at);
		at = end + 1;
	}
	return starts;
}

/** The word that begins here. */
export function wordAt(text: string, start: number): Word {
	const end = endOfWord(text, start);
	return { ...formsOf(text.slice(start, Math.min(end, start + longest))), start, end };
}

/** The word that begins here as its marks spell it; null where it has none. */
export function markedAt(text: string, start: number): string | null {
	return formsOf(text.slice(start, Math.min(endOfWord(text, start), start + longest))).marked;
}

/** What is known of each UTF-16 unit: whether it belongs to a word. Asking the pattern every time takes ten times as long. */
const units = new Uint8Array(0x10000);
const [belongs, separates] = [1, 2];

/** The end of the word that begins here; the place itself where none does. */
function endOfWord(text: string, start: number): number {
	let at = start;
	for (; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		const known = units[unit];
		if (known === separates || (known !== belongs && !lookUp(text, at))) break;
		if (unit >= 0xd800 && unit < 0xdc00) at++; // the other half of a pair
	}
	return at;
}

/** Halves of a pair belong to a word or not together, so they are looked up each time. */
function lookUp(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	const found = inWord.test(text.slice(at, at + 2));
	if (unit < 0xd800 || unit > 0xdfff) units[unit] = found ? belongs : separates;
	return found;
}

/** Vietnamese has a few thousand syllables, so nearly every word was met before. */
const known = new Map<string, WordForms>();
const mostKnown = 20_000;

function formsOf(word: string): WordForms {
	const met = known.get(word);
	if (met) return met;
	if (known.size >= mostKnown) known.clear();
	const folded = fold(word);
	const marked = markedForm(word);
	const forms = { folded, marked: marked === folded ? null : marked };
	known.set(word, forms);
	return forms;
}

const tones: Record<string, string> = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' };
const shapes: Record<string, string> = { '\u0302': '6', '\u031b': '7', '\u0306': '8' };

function markedForm(word: string): string {
	let letters = '';
	let tone = '';
	for (const character of word.toLowerCase().normalize('NFD')) {
		if (character in tones) tone = tones[character] ?? '';
		else if (character in shapes) letters += shapes[character] ?? '';
		else if (character === 'đ') letters += 'd9';
		else if (!/\p{M}/u.test(character)) letters += character;
	}
	return letters + tone;
}

/** What somebody typed, ready to be looked for. */
export interface Wish {
	/** Each word once, in the order typed; the last may be unfinished. */
	readonly words: readonly (WordForms & { readonly typed: string })[];
}

/** Reads a query; one without letters or digits wishes for nothing. */
export function readWish(query: string): Wish {
	const text = query.normalize('NFC');
	const words = wordsOf(text).filter((word) => word.folded !== '');
	const last = words.length - 1;
	// A word typed twice counts once; the last place matters, because the last word may be unfinished.
	const once = words.filter(
		(word, i) => i === last || !words.slice(i + 1).some((other) => other.folded === word.folded)
	);
	return { words: once.map(({ folded, marked, start, end }) => ({ folded, marked, typed: text.slice(start, end) })) };
}

/** A group of learners as a word of the index; no text holds it, because no word has a nought in it before letters. */
export const groupWord = (group: string) => `g0${fold(group).replace(/[^a-z0-9]/g, '')}`;

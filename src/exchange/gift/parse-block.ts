import type { About } from '../incoming.ts';
import type { Remarks } from '../remark.ts';
import { unescaped, type Block } from './blocks.ts';

type TextFormat = 'moodle' | 'html' | 'markdown' | 'plain';

/** A piece of text with the format it is in. */
export interface Piece {
	readonly text: string;
	readonly format: TextFormat;
	readonly line: number;
}

/** One answer: `=` right or `~` wrong, what it is worth in percent where that is said, and its feedback. */
export interface GiftAnswer {
	readonly right: boolean;
	readonly weight: number | null;
	readonly piece: Piece;
	readonly why: Piece | null;
	readonly line: number;
}

/** A question taken apart. */
export interface GiftQuestion {
	readonly line: number;
	readonly about: About;
	readonly title: string | null;
	readonly stem: Piece;
	/** What stands behind the answers: then they fill a gap. */
	readonly after: string;
	/** Null for a text that asks nothing. */
	readonly answers: Answers | null;
	/** Feedback on the question as a whole. */
	readonly general: Piece | null;
}

export type Answers =
	| { readonly kind: 'essay' }
	| { readonly kind: 'truth'; readonly truth: boolean; readonly wrong: Piece | null; readonly right: Piece | null }
	| { readonly kind: 'number' | 'list'; readonly list: readonly GiftAnswer[] };

/** Takes a block apart; null, and a fault with its line, where it is malformed. */
export function parseBlock(block: Block, remarks: Remarks): GiftQuestion | null {
	const { text } = block;
	const braces = bracesIn(block, remarks);
	if (!braces) return null;
	const [open, end] = braces;
	const head = readHead(block, text.slice(0, open));
	if (open === end) return { ...head, after: '', answers: null, general: null };
	const inside = text.slice(open + 1, end);
	const at = inside.lastIndexOf('####');
	const format = head.stem.format;
	const place = (offset: number) => lineAt(block, open + 1 + offset);
	const general = at < 0 ? null : pieceOf(inside.slice(at + 4), { format, line: place(at) });
	const answers = answersIn(at < 0 ? inside : inside.slice(0, at), { format, place });
	if (answers === null) {
		remarks.fault(place(0), 'gift-answers');
		return null;
	}
	return { ...head, after: unescaped(text.slice(end + 1)).trim(), answers, general };
}

/** Where the answers begin and end, both at the end where there are none; null, and a fault, where braces don't match. */
function bracesIn(block: Block, remarks: Remarks): [number, number] | null {
	const { text } = block;
	const signs = [...text.matchAll(/[{}]/g)].map(({ 0: sign, index }) => ({ sign, index }));
	const [open, end, more] = signs;
	if (!open) return [text.length, text.length];
	const second = signs.filter(({ sign }) => sign === '{')[1];
	if (open.sign === '{' && end?.sign === '}' && !more) return [open.index, end.index];
	if (second) remarks.fault(lineAt(block, second.index), 'gift-two-braces');
	else remarks.fault(lineAt(block, open.index), 'gift-brace');
	return null;
}

const lineAt = (block: Block, offset: number) => block.line + block.text.slice(0, offset).split('\n').length - 1;

function readHead(block: Block, text: string): Pick<GiftQuestion, 'line' | 'about' | 'title' | 'stem'> {
	const [whole = '', title] = /^\s*::([\s\S]*?)::/.exec(text) ?? [];
	const stem = pieceOf(text.slice(whole.length), { format: 'moodle', line: lineAt(block, whole.length) });
	return { line: block.line, about: block.about, title: title === undefined ? null : unescaped(title).trim(), stem };
}

interface Standing {
	readonly format: TextFormat;
	/** The line of an offset. */
	place(offset: number): number;
}

/** A text with `[html]` or the like before it, else in the format of what it belongs to. */
function pieceOf(text: string, { format, line }: { format: TextFormat; line: number }): Piece {
	const [whole = '', named] = /^\s*\[(html|moodle|plain|markdown)\]/.exec(text) ?? [];
	const own = (named as TextFormat | undefined) ?? format; // the pattern names no other
	const blank = /^\s*/.exec(text)?.[0] ?? '';
	return { text: unescaped(text.slice(whole.length)).trim(), format: own, line: line + blank.split('\n').length - 1 };
}

function answersIn(inside: string, standing: Standing): Answers | null {
	const text = inside.trim();
	if (text === '') return { kind: 'essay' };
	const truth = /^(TRUE|T|FALSE|F)\s*(?:#|$)/i.exec(text);
	if (truth) return truthIn(inside, standing);
	if (text.startsWith('#')) {
		const start = inside.indexOf('#') + 1;
		const list = listIn(inside.slice(start), { ...standing, place: (at) => standing.place(start + at) });
		return list && { kind: 'number', list };
	}
	const list = /^[=~]/.test(text) ? listIn(inside, standing) : null;
	return list && { kind: 'list', list };
}

/** `{FALSE#what whoever is wrong hears#what whoever is right hears}` */
function truthIn(inside: string, standing: Standing): Answers {
	const [word = '', wrong, right] = inside.split('#');
	const { format } = standing;
	const piece = (text: string | undefined, at: number) =>
		text === undefined || text.trim() === '' ? null : pieceOf(text, { format, line: standing.place(at) });
	const secondAt = word.length + 1 + (wrong?.length ?? 0) + 1;
	return {
		kind: 'truth',
		truth: /^T/i.test(word.trim()),
		wrong: piece(wrong, word.length + 1),
		right: piece(right, secondAt)
	};
}

/** Answers with their signs; a single one without a sign is right. Null where something stands before the first sign. */
function listIn(text: string, standing: Standing): GiftAnswer[] | null {
	const starts = [...text.matchAll(/[=~]/g)].map(({ index }) => index);
	if (starts.length === 0) return [answerFrom(`=${text}`, { ...standing, at: 0 })];
	if (text.slice(0, starts[0]).trim() !== '') return null;
	return starts.map((at, i) => answerFrom(text.slice(at, starts[i + 1]), { ...standing, at }));
}

function answerFrom(written: string, { format, place, at }: Standing & { at: number }): GiftAnswer {
	const [sign = '', percent] = /^[=~]\s*(?:%(-?[\d.]+)%)?/.exec(written) ?? [];
	const rest = written.slice(sign.length);
	const hash = rest.indexOf('#');
	const line = place(at);
	const whyText = hash < 0 ? '' : rest.slice(hash + 1);
	return {
		right: written.startsWith('='),
		weight: percent === undefined ? null : Number(percent),
		piece: pieceOf(hash < 0 ? rest : rest.slice(0, hash), { format, line }),
		why: whyText.trim() === '' ? null : pieceOf(whyText, { format, line: place(at + sign.length + hash + 1) }),
		line
	};
}

import type { Token, Tokens } from 'marked';
import type { FaultSheet } from './fault.ts';
import { lineOf, plainText } from './markdown.ts';

/** The longest sentence a tired reader still follows. */
const mostWords = 28;

const hasLetter = /[\p{L}\p{N}]/u;

/** Vietnamese syllables (or words of another language): what stands between spaces and is not only a mark. */
export function countWords(text: string): number {
	return text.split(/\s+/).filter((word) => hasLetter.test(word)).length;
}

export interface Sentence {
	readonly text: string;
	/** Lines below the beginning of the text. */
	readonly line: number;
}

/** Cuts text after . ! ? … followed by a space; `1.234` and `www.a.vn` stay whole. */
export function sentencesOf(text: string): Sentence[] {
	const found: Sentence[] = [];
	let line = 0;
	for (const piece of text.split(/(?<=[.!?…]["”’»)\]]*\s+)(?=\S)/)) {
		if (piece.trim()) found.push({ text: piece.trim(), line });
		line += piece.split('\n').length - 1;
	}
	return found;
}

/** Reports every sentence of more than 28 words. */
export function checkSentences(text: string, line: number, faults: FaultSheet): void {
	for (const sentence of sentencesOf(text)) {
		const words = countWords(sentence.text);
		if (words <= mostWords) continue;
		const start = sentence.text.split(/\s+/).slice(0, 6).join(' ');
		faults.add(line + sentence.line, 'long-sentence', { words, start, most: mostWords });
	}
}

/** Runs of text in a document: paragraphs, headings, list items, table cells. */
export function textsOf(tokens: readonly Token[]): { text: string; line: number }[] {
	return tokens.flatMap((token) => {
		const line = lineOf(token);
		if (token.type === 'table')
			return cellsOf(token as Tokens.Table).map((cell) => ({ text: plainText(cell.tokens), line }));
		if (token.type === 'list') return textsOf(token.items as Token[]);
		if (holders.includes(token.type)) return textsOf('tokens' in token ? (token.tokens ?? []) : []);
		return texts.includes(token.type) ? [{ text: plainText([token]), line }] : [];
	});
}

const holders = ['list_item', 'blockquote'];
const texts = ['paragraph', 'heading', 'text'];

const cellsOf = (table: Tokens.Table) => [...table.header, ...table.rows.flat()];

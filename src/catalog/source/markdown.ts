import { Lexer, Marked, type Token, type Tokens } from 'marked';

const lines = new WeakMap<object, number>();

/** The line of the file a token begins at. */
export function lineOf(token: object): number {
	return lines.get(token) ?? 1;
}

/** Quotes and lists may stand in each other so many times: `marked` calls itself for each, and thousands end it. */
const deepest = 20;
const tooDeep = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${deepest + 1},}`, 'm');

/** The line, counted from `line`, where quotes and lists stand in each other too deep to be read; null where none does. */
export function tooDeepLine(text: string, line: number): number | null {
	const at = tooDeep.exec(text)?.index;
	return at === undefined ? null : line + text.slice(0, at).split('\n').length - 1;
}

/** Reads Markdown blocks; every token knows its line (`lineOf`), counted from `line`. Lines that are too deep are left out. */
export function readMarkdown(text: string, line: number): Token[] {
	if (tooDeep.test(text)) return readMarkdown(withoutTooDeep(text), line);
	const tokens: Token[] = new Lexer({ gfm: true }).lex(text);
	number(tokens, text, line);
	return withHeadingIds(tokens);
}

function withoutTooDeep(text: string): string {
	return text
		.split('\n')
		.map((each) => (tooDeep.test(each) ? '' : each))
		.join('\n');
}

/** Reads a single line of Markdown without blocks: a stem, an answer. */
export function readInline(text: string, line: number): Token[] {
	const tokens: Token[] = new Lexer({ gfm: true }).inlineTokens(text);
	number(tokens, text, line);
	return tokens;
}

/** Finds each token's place in the text it was read from; where indentation hides it, its parent's line stands. */
function number(tokens: readonly Token[], text: string, line: number): void {
	let from = 0;
	for (const token of tokens) {
		const at = find(text, token.raw, from);
		if (at >= 0) from = at;
		const own = line + count(text.slice(0, from));
		lines.set(token, own);
		for (const inside of childrenOf(token)) number(inside, token.raw, own);
		if (at >= 0) from = at + token.raw.length;
	}
}

function find(text: string, raw: string, from: number): number {
	const whole = text.indexOf(raw, from);
	if (whole >= 0) return whole;
	const first = raw
		.split('\n')
		.find((each) => each.trim() !== '')
		?.trim();
	return first ? text.indexOf(first, from) : -1;
}

const count = (text: string) => text.split('\n').length - 1;

function childrenOf(token: Token): Token[][] {
	if (token.type === 'table') {
		const table = token as Tokens.Table; // marked's own discriminant
		return [...table.header, ...table.rows.flat()].map((cell) => cell.tokens);
	}
	if (token.type === 'list') return [(token as Tokens.List).items];
	return 'tokens' in token && token.tokens ? [token.tokens] : [];
}

/** `## Ba dấu hiệu {#ba-dau-hieu}`: takes the id off the heading's words. */
function withHeadingIds(tokens: Token[]): Token[] {
	for (const token of tokens) {
		if (token.type !== 'heading') continue;
		const written = (token.text as string).trimEnd();
		const at = written.lastIndexOf('{#');
		const id = written.slice(at + 2, -1);
		if (at < 0 || !written.endsWith('}') || id.includes('}')) continue;
		const own = lineOf(token);
		const text = written.slice(0, at).trimEnd();
		const tokensInside: Token[] = new Lexer({ gfm: true }).inlineTokens(text);
		Object.assign(token, { text, tokens: tokensInside, id });
		number(tokensInside, text, own);
	}
	return tokens;
}

/** The id an editor gave a heading, or undefined. */
export function givenId(token: Token): string | undefined {
	return 'id' in token && typeof token.id === 'string' ? token.id : undefined;
}

const walker = new Marked();

/** Visits every token, inner ones too. */
export function walk(tokens: Token[], visit: (token: Token) => void): void {
	walker.walkTokens(tokens, visit);
}

/** The words of inline tokens without their marks. */
export function plainText(tokens: readonly Token[] | undefined): string {
	return (tokens ?? [])
		.map((token) => {
			if (token.type === 'br') return '\n';
			if (token.type === 'html' || token.type === 'image' || token.type === 'checkbox') return '';
			if ('tokens' in token && token.tokens) return plainText(token.tokens);
			return 'text' in token ? String(token.text) : '';
		})
		.join('');
}

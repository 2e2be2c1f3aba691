import type { Token, Tokens } from 'marked';
import type { FaultSheet } from './fault.ts';
import { headingsOf, type Heading } from './headings.ts';
import { lineOf, plainText, walk } from './markdown.ts';
import type { Block, ParsedFile } from './parse-file.ts';
import { checkSentences, textsOf } from './prose.ts';
import type { WrittenQuestion } from './questions.ts';

/** What can be seen in a document alone: headings, raw HTML, sentences, boxes outside questions, steps. */
export function checkDocument(file: ParsedFile): void {
	const { sheet } = file;
	checkHeadings(file);
	for (const tokens of tokensOf(file.blocks)) {
		checkTokens(tokens, sheet);
		for (const { text, line } of textsOf(tokens)) checkSentences(text, line, sheet);
	}
	for (const question of file.questions) checkWords(question, sheet);
	checkSteps(file.blocks, sheet);
}

/** All Markdown outside questions. */
export function tokensOf(blocks: readonly Block[]): Token[][] {
	return blocks.flatMap((block) => {
		if (block.kind === 'markdown') return [block.tokens];
		return block.kind === 'callout' || block.kind === 'steps' ? tokensOf(block.blocks) : [];
	});
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function isId(id: string): boolean {
	return idPattern.test(id) && id.length <= 60;
}

function checkHeadings({ blocks, sheet }: ParsedFile): void {
	const seen = new Set<string>();
	let level = 1;
	for (const heading of headingsOf(blocks)) {
		checkHeading(heading, seen, sheet);
		// Inside a callout a heading may begin at ### whatever stands before.
		const above = heading.top ? level : Math.max(level, 2);
		if (heading.level > above + 1) {
			sheet.add(heading.line, 'heading-skips', { from: above, to: heading.level, mend: '#'.repeat(above + 1) });
		}
		if (heading.top) level = heading.level;
	}
}

function checkHeading({ id, given, level, title, line }: Heading, seen: Set<string>, sheet: FaultSheet): void {
	if (!title) sheet.add(line, 'empty-heading');
	if (level === 1) sheet.add(line, 'h1');
	if (given && !isId(id)) sheet.add(line, 'bad-id', { id });
	else if (given && seen.has(id)) sheet.add(line, 'duplicate-anchor', { id });
	seen.add(id);
}

function checkTokens(tokens: Token[], sheet: FaultSheet): void {
	walk(tokens, (token) => {
		if (token.type === 'html') checkRawHtml(token, sheet);
		if (token.type === 'list_item' && (token as Tokens.ListItem).task) sheet.add(lineOf(token), 'stray-options');
		if (token.type === 'image') checkSentences(String(token.text ?? ''), lineOf(token), sheet);
	});
}

function checkRawHtml(token: Token, sheet: FaultSheet): void {
	const html = token.raw.trim();
	// A note to the next editor; it never reaches a page.
	if (/^<!--[\s\S]*?-->$/.test(html)) return;
	// Told once, where the element opens.
	if (/^<\/[^>]*>$/.test(html)) return;
	sheet.add(lineOf(token), 'raw-html', { html: html.split('\n')[0]?.slice(0, 40) ?? '' });
}

function checkWords(question: WrittenQuestion, sheet: FaultSheet): void {
	const { stemTokens, entries } = question;
	for (const tokens of [stemTokens, ...entries.flatMap((each) => [each.tokens, each.explanationTokens])]) {
		checkTokens(tokens, sheet);
	}
	for (const { text, line } of textsOf(stemTokens)) checkSentences(text, line, sheet);
	for (const entry of entries) {
		checkSentences(plainText(entry.tokens), entry.line, sheet);
		for (const { text, line } of textsOf(entry.explanationTokens)) checkSentences(text, line, sheet);
	}
}

function checkSteps(blocks: readonly Block[], sheet: FaultSheet): void {
	for (const block of blocks) {
		if (block.kind === 'callout') checkSteps(block.blocks, sheet);
		if (block.kind !== 'steps' || block.blocks.length === 0) continue;
		const list = onlyList(block.blocks);
		if (!list) sheet.add(block.line, 'steps-not-list');
		for (const item of list?.items ?? []) {
			if (!beginsBold(item.tokens)) sheet.add(lineOf(item), 'step-not-bold');
		}
	}
}

function onlyList(blocks: readonly Block[]): Tokens.List | null {
	const tokens = blocks.flatMap((block) => (block.kind === 'markdown' ? block.tokens : []));
	const [only, ...more] = tokens.filter((token) => token.type !== 'space');
	const isList = blocks.every((block) => block.kind === 'markdown') && more.length === 0 && only?.type === 'list';
	return isList && (only as Tokens.List).ordered ? (only as Tokens.List) : null;
}

function beginsBold(tokens: readonly Token[]): boolean {
	const [first] = tokens.filter((token) => token.type !== 'space');
	if (!first) return false;
	if (first.type === 'strong') return true;
	return 'tokens' in first && first.tokens !== undefined && beginsBold(first.tokens);
}

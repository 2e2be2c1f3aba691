import { Marked, type RendererObject, type Token, type Tokens } from 'marked';
import { say } from '../../platform/messages/index.ts';
import type { CompiledPart } from '../items.ts';
import { headingId } from './headings.ts';
import { resolveLink, type Standing } from './links.ts';
import { lineOf, plainText, readMarkdown } from './markdown.ts';
import { pictureOf, recordingOf } from './media-markup.ts';
import type { Block } from './parse-file.ts';
import { escapeHtml, sanitise } from './sanitise.ts';

/** Makes the safe HTML of one document; what it refers to in vain stands on the document's sheet. */
export interface Renderer {
	/** A body as parts: HTML, and the places where questions stand. Reserve questions are left out. */
	parts(blocks: readonly Block[]): CompiledPart[];
	/** Blocks without questions as one piece of HTML. */
	html(blocks: readonly Block[]): string;
	/** Text that must stand inside a sentence, legend or label: no blocks, paragraphs parted by a line break. */
	phrases(tokens: readonly Token[]): string;
}

const tones: Record<string, string> = { meo: 'good', 'canh-bao': 'warn', 'lua-dao': 'bad', 'lam-thu': 'try' };

export function createRenderer(standing: Standing): Renderer {
	const marked = new Marked({ gfm: true, renderer: rendererFor(standing) });
	let callouts = 0;
	const raw = (blocks: readonly Block[]): string => blocks.map(block).join('');
	const block = (each: Block): string => {
		if (each.kind === 'markdown') return marked.parser(each.tokens);
		if (each.kind === 'steps') return raw(each.blocks).replace(/<ol\b[^>]*>/, '<ol class="steps">');
		if (each.kind === 'media') return recordingOf(each.directive, standing, transcript);
		if (each.kind === 'callout') return callout(each);
		standing.sheet.add(each.line, 'misplaced-directive', { name: 'hoi' });
		return '';
	};
	const callout = ({ directive, blocks }: Extract<Block, { kind: 'callout' | 'steps' }>): string => {
		const id = `o-${++callouts}`;
		const tone = tones[directive.name] ?? 'good';
		const title = calloutTitle(directive.name, directive.label, standing.lang);
		return `<aside class="call ${tone}" aria-labelledby="${id}"><p class="call-title" id="${id}">${title}</p>${raw(blocks)}</aside>\n`;
	};
	const transcript = (text: string) => marked.parser(readMarkdown(text, 1));
	return {
		html: (blocks) => sanitise(raw(blocks)).trim(),
		parts: (blocks) => partsOf(blocks, (some) => sanitise(raw(some)).trim()),
		phrases: (tokens) =>
			sanitise(phrasesOf(tokens, standing, (inline) => marked.Parser.parseInline(inline, marked.defaults))).trim()
	};
}

function partsOf(blocks: readonly Block[], html: (blocks: readonly Block[]) => string): CompiledPart[] {
	const parts: CompiledPart[] = [];
	let run: Block[] = [];
	const close = () => {
		const made = html(run);
		if (made) parts.push({ kind: 'html', html: made });
		run = [];
	};
	for (const block of blocks) {
		if (block.kind !== 'question') run.push(block);
		else if (!block.question.reserve) {
			close();
			parts.push({ kind: 'question', questionId: block.question.id });
		}
	}
	close();
	return parts;
}

/** The kind of a callout is said in a word, not by its colour alone. */
function calloutTitle(name: string, label: string | null, lang: Standing['lang']): string {
	const known = name in tones;
	const kind = known ? say(lang, `catalog.call-${name}`) : '';
	if (!label) return escapeHtml(kind);
	const says = !known || label.toLowerCase().startsWith(kind.toLowerCase());
	return says ? escapeHtml(label) : `<span class="call-kind">${escapeHtml(kind)}: </span>${escapeHtml(label)}`;
}

function phrasesOf(tokens: readonly Token[], { sheet }: Standing, inline: (tokens: Token[]) => string): string {
	const lines: string[] = [];
	let run: Token[] = [];
	const close = () => {
		if (run.length > 0) lines.push(inline(run));
		run = [];
	};
	for (const token of tokens) {
		if (['heading', 'list', 'table', 'code', 'blockquote', 'hr'].includes(token.type)) {
			sheet.add(lineOf(token), 'not-plain');
			continue;
		}
		if (token.type === 'html') continue; // reported by the check of raw HTML
		if (token.type === 'paragraph' || token.type === 'space') {
			close();
			if ('tokens' in token && token.tokens) lines.push(inline(token.tokens));
		} else run.push(token);
	}
	close();
	return lines.join('<br>');
}

function rendererFor(standing: Standing): RendererObject {
	return {
		html: () => '',
		checkbox: () => '',
		heading(token) {
			const level = Math.max(token.depth, 2);
			const id = headingId(token);
			const mark = id ? ` id="${escapeHtml(id)}"` : '';
			return `<h${level}${mark}>${this.parser.parseInline(token.tokens)}</h${level}>\n`;
		},
		paragraph(token) {
			const inside = token.tokens.filter((each) => plainText([each]).trim() !== '' || each.type !== 'text');
			const [only] = inside;
			if (inside.length === 1 && only?.type === 'image') {
				return pictureOf(only as Tokens.Image, standing, { figure: true });
			}
			return `<p>${this.parser.parseInline(token.tokens)}</p>\n`;
		},
		image: (token) => pictureOf(token, standing, { figure: false }),
		link(token) {
			const words = this.parser.parseInline(token.tokens);
			if (!plainText(token.tokens).trim() && !/<img /.test(words)) standing.sheet.add(lineOf(token), 'empty-link');
			const found = resolveLink(token.href, lineOf(token), standing);
			if (!found) return words;
			const rel = found.external ? ' rel="noopener external"' : '';
			return `<a href="${escapeHtml(found.href)}"${rel}>${words}</a>`;
		},
		table(token) {
			const cell = (tag: string, each: Tokens.TableCell) => {
				const align = each.align ? ` align="${each.align}"` : '';
				return `<${tag}${align}>${this.parser.parseInline(each.tokens)}</${tag.slice(0, 2)}>`;
			};
			const head = token.header.map((each) => cell('th scope="col"', each)).join('');
			const rows = token.rows.map((row) => `<tr>${row.map((each) => cell('td', each)).join('')}</tr>`).join('\n');
			const label = escapeHtml(say(standing.lang, 'catalog.table'));
			return `<div class="table-scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
		}
	};
}

import type { Element, Node } from '../xml.ts';
import { escapeMarkdown, escapeStart } from './escape.ts';

/** What is asked and told while a tree becomes Markdown. */
export interface Turning {
	/** What a picture is called in Markdown; null where it can't come along. */
	picture(element: Element): string | null;
	/** An element whose words stay but which itself is lost. */
	lost(element: Element): void;
}

const marks: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*', del: '~~', s: '~~' };
const blocks = [
	'p',
	'div',
	'li',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'blockquote',
	'pre',
	'qti-content-body',
	'qti-prompt'
];
const silent = ['ul', 'ol', 'span', 'root'];

/** Paragraphs of Markdown, parted by empty lines. */
export function toMarkdown(nodes: readonly Node[], turning: Turning): string {
	const paragraphs = [''];
	const close = () => {
		if (paragraphs.at(-1)?.trim()) paragraphs.push('');
	};
	const visit = (node: Node) => {
		if (typeof node !== 'string' && node.name === 'br') close();
		else if (typeof node === 'string' || !holds(node))
			paragraphs.push((paragraphs.pop() ?? '') + inlineMarkdown(node, turning));
		else {
			if (!known(node)) turning.lost(node);
			close();
			if (node.name === 'li') paragraphs.push(`${paragraphs.pop() ?? ''}• `);
			node.children.forEach(visit);
			close();
		}
	};
	nodes.forEach(visit);
	return paragraphs
		.map((text) => escapeStart(text.replace(/[ \t\r\n]+/g, ' ').trim()))
		.filter((text) => text !== '')
		.join('\n\n');
}

/** One line of Markdown. */
export const toLine = (nodes: readonly Node[], turning: Turning): string =>
	nodes
		.map((node) => inlineMarkdown(node, turning))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();

const known = ({ name }: Element) => blocks.includes(name) || silent.includes(name);
const holds = (node: Element): boolean =>
	blocks.includes(node.name) ||
	(node.name !== 'a' && node.children.some((child) => typeof child !== 'string' && holds(child)));

function inlineMarkdown(node: Node, turning: Turning): string {
	if (typeof node === 'string') return escapeMarkdown(node);
	const inside = () => node.children.map((child) => inlineMarkdown(child, turning)).join('');
	const mark = marks[node.attributes.class === 'del' ? 'del' : node.name];
	if (mark) return marked(inside(), mark);
	if (node.name === 'code') return codeSpan(plain(node));
	if (node.name === 'a') return linked(inside(), node.attributes.href ?? '');
	if (node.name === 'img') return pictured(node, turning);
	if (node.name === 'br') return ' ';
	if (!known(node)) turning.lost(node);
	return inside();
}

/** Spaces inside the marks would make them plain signs. */
function marked(text: string, mark: string): string {
	const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
	return words ? `${before}${mark}${words}${mark}${after}` : text;
}

const plain = (node: Node): string => (typeof node === 'string' ? node : node.children.map(plain).join(''));

function codeSpan(text: string): string {
	const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
	const space = /^`|`$/.test(text) ? ' ' : '';
	return text ? `${fence}${space}${text}${space}${fence}` : '';
}

/** An address that stands for itself needs no marks. */
const linked = (words: string, href: string) =>
	words === href && /^https?:\/\/[^\s()<>]+[\w/]$/.test(href) ? href : `[${words}](${address(href)})`;

const address = (href: string) => (/[\s()<>]/.test(href) ? `<${href.replace(/[<>\s]/g, encodeURIComponent)}>` : href);

function pictured(node: Element, turning: Turning): string {
	const src = turning.picture(node);
	const alt = (node.attributes.alt ?? '')
		.replace(/[[\]\\]/g, '\\$&')
		.replace(/\s+/g, ' ')
		.trim();
	if (src === null) {
		turning.lost(node);
		return escapeMarkdown(node.attributes.alt ?? '');
	}
	return `![${alt}](${address(src)})`;
}

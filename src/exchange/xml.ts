import { SaxesParser } from 'saxes';

/** An element of an XML file, by its local name, and the line it begins at. */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Node[];
	readonly line: number;
}
export type Node = Element | string;

/** Why a text is no XML that we read, and where. */
export class XmlFault extends Error {
	readonly line: number;
	/** The message of `exchange` that says it. */
	readonly code: 'xml-malformed' | 'xml-doctype' | 'xml-deep';
	constructor(code: XmlFault['code'], line: number) {
		super(code);
		this.code = code;
		this.line = line;
	}
}

/** Elements may stand in each other so many times: what reads them calls itself for each. */
const deepest = 100;

/** Reads well-formed XML. A document type, and so any entity of its own, is refused: nothing is fetched, nothing unfolds. */
export function parseXml(text: string): Element {
	const parser = new SaxesParser();
	const root: Element = { name: '', attributes: {}, children: [], line: 1 };
	const open: Element[] = [root];
	const refuse = (code: XmlFault['code']) => {
		throw new XmlFault(code, parser.line);
	};
	const say = (words: string) => open.at(-1)?.children.push(words);
	parser.on('doctype', () => refuse('xml-doctype'));
	parser.on('error', () => refuse('xml-malformed'));
	parser.on('text', say);
	parser.on('cdata', say);
	let startLine = 1;
	parser.on('opentagstart', () => (startLine = parser.line));
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length > deepest) refuse('xml-deep');
		const element: Element = { name: local(name), attributes: localNames(attributes), children: [], line: startLine };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => open.pop());
	parser.write(text.replace(/^\uFEFF/, '')).close();
	const [top] = root.children.filter((child) => typeof child !== 'string');
	return top ?? refuse('xml-malformed');
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const localNames = (attributes: Record<string, unknown>) =>
	Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [name === 'xml:lang' ? name : local(name), String(value)])
	);

/** The elements right inside one, of a name where one is given. */
export function childrenOf({ children }: Element, name?: string): Element[] {
	return children.filter((child): child is Element => typeof child !== 'string' && (!name || child.name === name));
}

/** All elements below one, of these names, in their order. */
export function within(element: Element, names: readonly string[]): Element[] {
	return childrenOf(element).flatMap((child) => [
		...(names.includes(child.name) ? [child] : []),
		...within(child, names)
	]);
}

/** A tree with something else in place of some elements: null from `instead` leaves one as it is. */
export function replaced(nodes: readonly Node[], instead: (element: Element) => Node[] | null): Node[] {
	return nodes.flatMap((node): Node[] => {
		if (typeof node === 'string') return [node];
		return instead(node) ?? [{ ...node, children: replaced(node.children, instead) }];
	});
}

/** The words in an element and all below it. */
export function textOf(node: Node): string {
	return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Signs that XML 1.0 can't hold in any way. */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapeXml = (text: string) =>
	text
		.replace(unspeakable, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');

/** An element to be written; attributes without a value are left out. */
export function el(
	name: string,
	attributes: Record<string, string | number | undefined> = {},
	children: Node[] = []
): Element {
	const given = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined ? [] : [[key, String(value)]]
	);
	return { name, attributes: Object.fromEntries(given) as Record<string, string>, children, line: 0 };
}

/** XML of an element, nothing added between its parts. */
export function writeXml(node: Node): string {
	if (typeof node === 'string') return escapeXml(node);
	const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
	const inside = node.children.map(writeXml).join('');
	const start = `<${node.name}${attributes.join('')}`;
	return inside ? `${start}>${inside}</${node.name}>` : `${start}/>`;
}

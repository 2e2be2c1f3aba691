import type { FaultSheet } from './fault.ts';

/** A piece of a body: Markdown, or a directive with what stands inside it. Lines count from the top of the file. */
export type RawBlock = { readonly kind: 'markdown'; readonly line: number; readonly text: string } | RawDirective;

export interface RawDirective {
	readonly kind: 'directive';
	readonly name: string;
	readonly label: string | null;
	readonly attributes: Readonly<Record<string, string>>;
	readonly line: number;
	/** The line where what stands inside begins. */
	readonly bodyLine: number;
	readonly text: string;
	readonly blocks: readonly RawBlock[];
}

export const questionNames: readonly string[] = ['hoi', 'hoi-them'];
export const calloutNames: readonly string[] = ['meo', 'canh-bao', 'lua-dao', 'lam-thu'];
const containerNames = [...calloutNames, 'cac-buoc', ...questionNames];
export const leafNames: readonly string[] = ['video', 'audio'];

const known = [...containerNames.map((name) => `:::${name}`), ...leafNames.map((name) => `::${name}`)].join(', ');

interface Open {
	header: Header;
	line: number;
	lines: string[];
}

interface Header {
	name: string;
	label: string | null;
	attributes: Record<string, string>;
}

interface Scan {
	faults: FaultSheet;
	blocks: RawBlock[];
	/** Markdown lines not yet made a block, and where they begin. */
	pending: string[];
	pendingLine: number;
	open: Open | null;
	/** How many containers are open inside `open`. */
	depth: number;
	fence: string | null;
}

/**
 * Splits a body into Markdown and directives (`:::name[label]{#id key="value"}` … `:::`, `::video{…}`), keeping the
 * line of everything. Nesting is allowed where it means something: steps and media inside a callout.
 */
export function splitDirectives(text: string, firstLine: number, faults: FaultSheet): RawBlock[] {
	const scan: Scan = { faults, blocks: [], pending: [], pendingLine: firstLine, open: null, depth: 0, fence: null };
	text.split('\n').forEach((content, i) => takeLine(scan, content, firstLine + i));
	if (scan.open) {
		faults.add(scan.open.line, 'unclosed-directive', { name: scan.open.header.name });
		closeOpen(scan);
	}
	flush(scan);
	return scan.blocks;
}

function takeLine(scan: Scan, content: string, line: number): void {
	trackFence(scan, content);
	if (scan.fence === null && /^\s*::/.test(content)) takeColons(scan, content, line);
	else keepLine(scan, content, line);
}

/** Inside a fenced code block colons are just colons. */
function trackFence(scan: Scan, content: string): void {
	const fence = /^\s{0,3}(```+|~~~+)/.exec(content)?.[1];
	if (!fence) return;
	if (scan.fence === null) scan.fence = fence;
	else if (fence.startsWith(scan.fence)) scan.fence = null;
}

function takeColons(scan: Scan, content: string, line: number): void {
	if (/^:{3,}\s*$/.test(content)) closeAt(scan, content, line);
	else if (/^:{3,}\s*[\p{L}]/u.test(content)) openAt(scan, content, line);
	else if (/^::[\p{L}]/u.test(content)) leafAt(scan, content, line);
	else if (/^\s+:{2,}\s*([a-z-]+[[{]|$)/.test(content)) scan.faults.add(line, 'indented-directive');
	else keepLine(scan, content, line);
}

function keepLine(scan: Scan, content: string, line: number): void {
	if (scan.open) {
		scan.open.lines.push(content);
		return;
	}
	if (scan.pending.length === 0) scan.pendingLine = line;
	scan.pending.push(content);
}

function openAt(scan: Scan, content: string, line: number): void {
	const header = readHeader(content.replace(/^:+\s*/, ''), line, scan.faults);
	if (scan.open && !mayHold(scan.open.header.name, header.name)) {
		// Far more often a forgotten ::: than a wish to nest.
		scan.faults.add(scan.open.line, 'unclosed-directive', { name: scan.open.header.name });
		closeOpen(scan);
	}
	if (scan.open) {
		scan.depth++;
		scan.open.lines.push(content);
		return;
	}
	if (!containerNames.includes(header.name)) scan.faults.add(line, 'unknown-directive', { name: header.name, known });
	flush(scan);
	scan.open = { header, line, lines: [] };
	scan.depth = 0;
}

function mayHold(outer: string, inner: string): boolean {
	return calloutNames.includes(outer) && inner === 'cac-buoc';
}

function closeAt(scan: Scan, content: string, line: number): void {
	if (!scan.open) scan.faults.add(line, 'stray-close');
	else if (scan.depth > 0) {
		scan.depth--;
		scan.open.lines.push(content);
	} else closeOpen(scan);
}

function closeOpen(scan: Scan): void {
	if (!scan.open) return;
	const { header, line, lines } = scan.open;
	const text = lines.join('\n');
	const blocks = questionNames.includes(header.name) ? [] : splitDirectives(text, line + 1, scan.faults);
	scan.blocks.push({ kind: 'directive', ...header, line, bodyLine: line + 1, text, blocks });
	scan.open = null;
	scan.depth = 0;
}

function leafAt(scan: Scan, content: string, line: number): void {
	if (scan.open) {
		scan.open.lines.push(content);
		return;
	}
	const header = readHeader(content.slice(2), line, scan.faults);
	if (!leafNames.includes(header.name)) scan.faults.add(line, 'unknown-directive', { name: header.name, known });
	flush(scan);
	scan.blocks.push({ kind: 'directive', ...header, line, bodyLine: line + 1, text: '', blocks: [] });
}

function flush(scan: Scan): void {
	const text = scan.pending.join('\n');
	if (text.trim()) scan.blocks.push({ kind: 'markdown', line: scan.pendingLine, text });
	scan.pending = [];
}

const headerPattern = /^([\p{L}][\p{L}\d-]*)\s*(?:\[((?:[^\][\\]|\\.)*)\])?\s*(?:\{([^}]*)\})?\s*(.*)$/u;
const attributePattern = /\s*(?:#([^\s#="'{}]+)|([a-z][a-z-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))/gy;

function readHeader(written: string, line: number, faults: FaultSheet): Header {
	const match = headerPattern.exec(written);
	const [, name = written, label, inside = '', rest = ''] = match ?? [];
	if (rest.trim()) faults.add(line, 'broken-directive', { rest: rest.trim() });
	return { name, label: label === undefined ? null : label.trim(), attributes: readAttributes(inside, line, faults) };
}

function readAttributes(inside: string, line: number, faults: FaultSheet): Record<string, string> {
	const attributes: Record<string, string> = {};
	let end = 0;
	for (const match of inside.matchAll(attributePattern)) {
		const [whole, id, key, ...values] = match;
		end = match.index + whole.length;
		if (id !== undefined) attributes.id = id;
		else if (key !== undefined) attributes[key] = values.find((value) => value !== undefined) ?? '';
	}
	const rest = inside.slice(end).trim();
	if (rest) faults.add(line, 'broken-directive', { rest });
	return attributes;
}

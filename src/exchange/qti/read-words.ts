import type { Remarks } from '../remark.ts';
import { toLine, toMarkdown, type Turning } from '../words/to-markdown.ts';
import { replaced, type Element, type Node } from '../xml.ts';

/** How the words of an item become Markdown. */
export interface ReadWords {
	turningAt(line: number): Turning;
	line(element: Element): string;
	blocks(nodes: readonly Node[], line: number): string;
}

const withoutFeedback = (nodes: readonly Node[]) =>
	replaced(nodes, ({ name }) => (name.startsWith('qti-feedback') ? [] : null));

/** What stays to be read where a gap is; no text of a file can hold it. */
const gapMark = (i: number) => `\ufdd0${i + 1}\ufdd1`;

/** A mark in place of each of these elements. */
export const marked = (nodes: readonly Node[], places: readonly Element[]) =>
	replaced(nodes, (element) => (places.includes(element) ? [gapMark(places.indexOf(element))] : null));

export function readWords(remarks: Remarks, picture: (src: string) => string | null): ReadWords {
	const turningAt = (line: number): Turning => ({
		picture: ({ attributes }) => picture(attributes.src ?? ''),
		lost: (element) => remarks.left(element.line || line, 'markup', { name: element.name })
	});
	return {
		turningAt,
		line: (element) => toLine(withoutFeedback(element.children), turningAt(element.line)),
		blocks: (nodes, line) => toMarkdown(withoutFeedback(nodes), turningAt(line)).replace(/\ufdd0(\d+)\ufdd1/g, '[[$1]]')
	};
}

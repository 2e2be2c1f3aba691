import { say, type Lang } from '../../platform/messages/index.ts';
import { lineNodes, markdownNodes } from '../words/html.ts';
import type { Element, Node } from '../xml.ts';

/** Markdown in the elements that QTI has. */
export interface QtiWords {
	line(markdown: string): Node[];
	/** Paragraphs; where `[[1]]` stands, what is put in for gap 0. */
	blocks(markdown: string, gap?: (i: number) => Element): Node[];
	say(key: string): string;
}

/** `pictures` names the files of the package that paths in the Markdown mean. */
export function qtiWords(lang: Lang, pictures: ReadonlyMap<string, string>): QtiWords {
	const turn = (node: Node): Node => {
		if (typeof node === 'string') return node;
		const { name, attributes } = node;
		const children = node.children.map(turn);
		if (name === 'del') return { ...node, name: 'span', attributes: { class: 'del' }, children };
		const src = name === 'img' ? pictures.get(attributes.src ?? '') : undefined;
		return { ...node, attributes: src ? { ...attributes, src: `../${src}` } : attributes, children };
	};
	return {
		line: (markdown) => lineNodes(markdown).map(turn),
		blocks: (markdown, gap) => {
			const nodes = markdownNodes(gap ? markdown.replace(/\[\[(\d+)\]\]/g, '\ufdd0$1\ufdd1') : markdown);
			const made = nodes.map(turn).filter((node) => typeof node !== 'string' || node.trim() !== '');
			return gap ? made.flatMap((node) => withGaps(node, gap)) : made;
		},
		say: (key) => say(lang, key)
	};
}

function withGaps(node: Node, gap: (i: number) => Element): Node[] {
	if (typeof node !== 'string') return [{ ...node, children: node.children.flatMap((child) => withGaps(child, gap)) }];
	return node
		.split(/\ufdd0(\d+)\ufdd1/)
		.map((piece, i) => (i % 2 === 1 ? gap(Number(piece) - 1) : piece))
		.filter((piece) => piece !== '');
}

import type { CheckQuestion, LessonView } from '../catalog/index.ts';

/** A piece of a lesson that is shown at once: as much as fits on a big screen or a card, or one question. */
export type Step =
	| { kind: 'words'; heading: string | null; html: string }
	| { kind: 'question'; number: number; question: CheckQuestion };

/** About as many letters as are read from four metres at once, below a heading. */
const fromFourMetres = 210;

/**
 * A lesson cut into steps in its order: at its headings, between its blocks (where a step would have more letters than
 * `most`), and at its questions.
 */
export function stepsOf({ parts }: Pick<LessonView, 'parts'>, most = fromFourMetres): Step[] {
	let number = 0;
	let heading: string | null = null;
	return parts.flatMap((part): Step[] => {
		if (part.kind === 'question') return [{ kind: 'question', number: ++number, question: part.question }];
		// Steps that go on with their numbers need plain ones: those that are drawn begin anew.
		const steps = wordSteps(part.html.replaceAll(' class="steps"', ''), { heading, most });
		heading = steps.at(-1)?.heading ?? heading;
		return steps.filter(({ html }) => html !== '');
	});
}

type Words = Extract<Step, { kind: 'words' }>;

function wordSteps(html: string, { heading: before, most }: { heading: string | null; most: number }): Words[] {
	const steps: Words[] = [{ kind: 'words', heading: before, html: '' }];
	for (const block of blocksOf(html).flatMap((each) => shortLists(each, most))) {
		const last = steps.at(-1);
		const heading = /^<h2\b/.test(block) ? lettersOf(block) : null;
		if (heading !== null) steps.push({ kind: 'words', heading, html: '' });
		else if (last && fits(last.html, { block, most })) last.html += block;
		else steps.push({ kind: 'words', heading: last?.heading ?? null, html: block });
	}
	return steps;
}

function fits(html: string, { block, most }: { block: string; most: number }): boolean {
	if (html === '') return true;
	const alone = /^<(h3|figure|video|table|section|aside)\b/;
	if (alone.test(block) || /<(figure|video|table)\b/.test(html)) return false;
	return lettersOf(html).length + lettersOf(block).length <= most;
}

/** A list that is too long for one step becomes several, its numbers going on. */
function shortLists(block: string, most: number): string[] {
	const [, begin = '', name = '', inner = ''] = /^(<(ol|ul)\b[^>]*)>([^]*)<\/\2>$/.exec(block) ?? [];
	if (name === '' || lettersOf(block).length <= most) return [block];
	const groups = groupsOf(blocksOf(inner), most);
	const before = groups.map((_, i) => groups.slice(0, i).flat().length);
	return groups.map((items, i) => {
		const start = name === 'ol' && before[i] ? ` start="${before[i] + 1}"` : '';
		return `${begin}${start}>${items.join('')}</${name}>`;
	});
}

/** Neighbours together, as many as `most` letters hold; an item that is longer stands alone. */
function groupsOf(items: string[], most: number): string[][] {
	const groups: string[][] = [];
	for (const item of items) {
		const last = groups.at(-1);
		if (last && lettersOf([...last, item].join('')).length <= most) last.push(item);
		else groups.push([item]);
	}
	return groups;
}

function lettersOf(html: string): string {
	const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => signs[name] ?? whole)
		.trim();
}

const tag = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const empty = new Set(['img', 'br', 'hr', 'source', 'track', 'input', 'wbr', 'col']);

/** The outermost elements of well-formed HTML, as the catalogue's sanitiser gives it. */
function blocksOf(html: string): string[] {
	const blocks: string[] = [];
	let depth = 0;
	let begin = 0;
	for (const { 0: whole, 1: closing, 2: name = '', index } of html.matchAll(tag)) {
		if (!empty.has(name.toLowerCase())) depth += closing ? -1 : 1;
		if (depth > 0) continue;
		blocks.push(html.slice(begin, index + whole.length).trim());
		begin = index + whole.length;
	}
	return [...blocks, html.slice(begin).trim()].filter(Boolean);
}

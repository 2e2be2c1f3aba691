import type { QuestionType } from '../../catalog/index.ts';

/**
 * Entries in cells go without the signs that a spreadsheet would take for a formula: `- [x] a` is `[x] a`, `= a` is `a`,
 * `1. a` is `a`, `- => a` is `… => a`, `== goi-la: a` is `§ goi-la: a`. `entry` is what the kind takes for an entry.
 */
export function cellOf(line: string): string {
	return line
		.replace(/^== /, '§ ')
		.replace(/^- =>/, '… =>')
		.replace(/^(?:- |= |\d+\. )/, '');
}

/** The line that a cell stands for; one that no entry of the kind looks like stays as it is, and is told by the checker. */
export function lineOf(cell: string, { entry }: QuestionType, number: number): string {
	const text = cell
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^§\s*/, '== ')
		.replace(/^…\s*=>/, '=>');
	const ways = [
		text,
		text.replace(/^([=~])(?=[^\s=])/, '$1 '),
		`- ${text}`,
		`= ${text}`,
		`${number}. ${text}`,
		`- [ ] ${text}`
	];
	return ways.find((way) => entry.test(way)) ?? text;
}

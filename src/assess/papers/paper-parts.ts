import type { DrawnQuestion } from '../tables.ts';
import type { PaperRow } from './queries.ts';

/** A part of a paper: the questions that stand together under one heading. */
interface Part {
	/** Of a second stage A, B, C; null for the first, or the only one. */
	readonly name: string | null;
	/** The numbers right in the first stage that it follows. */
	readonly from: number | null;
	readonly to: number | null;
	readonly questions: readonly (DrawnQuestion & { readonly number: number })[];
}

/** What the second forms are called, from the easiest to the hardest. */
export const partName = (index: number) => String.fromCharCode(65 + index);

/** The parts of a version; its questions are numbered through, so that every number is there once. */
export function partsOf({ stages }: Pick<PaperRow, 'stages'>, questions: readonly DrawnQuestion[]): Part[] {
	const numbered = questions.map((drawn, i) => ({ ...drawn, number: i + 1 }));
	const only = { name: null, from: null, to: null };
	if (stages === null) return [{ ...only, questions: numbered }];
	let at = stages.questions;
	return [
		{ ...only, questions: numbered.slice(0, at) },
		...stages.parts.map(({ from, to, questions: count }, i) => {
			at += count;
			return { name: partName(i), from, to, questions: numbered.slice(at - count, at) };
		})
	];
}

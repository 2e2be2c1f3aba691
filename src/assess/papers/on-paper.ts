import { plainText, type FieldOption, type QuestionType } from '../../catalog/index.ts';

type Field = ReturnType<QuestionType['fields']>[number];

type Options = readonly Pick<FieldOption, 'id' | 'text'>[];

/** What is written on paper for each option, by its id: letters, or the numbers where the options themselves count from 1. */
export function marksOf(options: Options): Map<string, string> {
	const counted = options.every(({ text }, i) => numberIn(text) === i + 1);
	return new Map(options.map(({ id }, i) => [id, counted ? String(i + 1) : String.fromCharCode(65 + i)]));
}

/** The number that words are, or begin with in brackets. */
function numberIn(html: string): number {
	const [, bracketed, alone] = /^\((\d+)\)|^(\d+)$/.exec(plainText(html).trim()) ?? [];
	return Number(bracketed ?? alone);
}

/**
 * What was filled in at a field, from what stands on a sheet; null where that can't be. What is left empty was left out.
 * `B`, `b.`, `a, c` and `AC` are read alike.
 */
export function readWritten(field: Pick<Field, 'control' | 'options'>, written: string): string[] | null {
	const typed = written.trim();
	if (typed === '') return [];
	if (field.control === 'text' || field.control === 'number') return [typed];
	const ids = new Map([...marksOf(field.options)].map(([id, mark]) => [mark, id]));
	const whole = typed.toUpperCase();
	const marks = ids.has(whole) ? [whole] : [...whole.replace(/[\s,.;:)/+-]+/g, '')];
	const chosen = [...new Set(marks)].map((mark) => ids.get(mark));
	if (chosen.length === 0 || chosen.includes(undefined)) return null;
	if (field.control !== 'many' && chosen.length > 1) return null;
	return chosen.filter((id) => id !== undefined);
}

/** Why nothing can be read in a cell of a workbook, though something was meant to be there. */
export type OddCell = 'formula' | 'merged' | 'error';

/** More than so many merged cells are a frame around the page, not a slip. */
const mostMerged = 10_000;

type Odd = Map<number, Record<number, OddCell>>;
const cellPattern = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"([^>]*?)(?<!\/)>(.*?)<\/(?:\w+:)?c>/gs;
const mergePattern = /<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/** By row and column (from 0): formulas that no result is kept of, results that are errors, and what was merged into its neighbour. */
export function oddCells(sheet: string): Odd {
	const odd: Odd = new Map();
	for (const [, letters = '', row, attributes = '', inner = ''] of sheet.matchAll(cellPattern)) {
		const why = oddnessOf(attributes, inner);
		if (why) put(odd, { row: Number(row), column: columnOf(letters), why });
	}
	for (const [, from = '', top, to = '', bottom] of sheet.matchAll(mergePattern)) {
		const [first, last] = [columnOf(from), columnOf(to)];
		for (const { row, column } of cellsWithin({ top: Number(top), bottom: Number(bottom), first, last }))
			put(odd, { row, column, why: 'merged' });
	}
	return odd;
}

function oddnessOf(attributes: string, inner: string): OddCell | null {
	if (/\bt="e"/.test(attributes)) return 'error';
	return /<(?:\w+:)?f\b/.test(inner) && !/<(?:\w+:)?v>[^<]/.test(inner) ? 'formula' : null;
}

function put(odd: Odd, { row, column, why }: { row: number; column: number; why: OddCell }): void {
	odd.set(row, { ...odd.get(row), [column]: why });
}

/** All cells of a range but the first one, which keeps the value. */
function cellsWithin({ top, bottom, first, last }: Record<'top' | 'bottom' | 'first' | 'last', number>) {
	const width = last - first + 1;
	const cells = Math.min((bottom - top + 1) * width, mostMerged);
	return Array.from({ length: Math.max(cells - 1, 0) }, (_, i) => ({
		row: top + Math.floor((i + 1) / width),
		column: first + ((i + 1) % width)
	}));
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

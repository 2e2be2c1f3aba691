/** Why nothing can be read in a cell of a workbook, though something was meant to be there. */
export type OddCell = 'formula' | 'merged' | 'error';

/** More than so many merged cells are a frame around the page, not a slip. */
const mostMerged = 10_000;

/** By row and column (from 0): formulas that no result is kept of, results that are errors, and what was merged into its neighbour. */
export function oddCells(sheet: string): Map<number, Record<number, OddCell>> {
	const odd = new Map<number, Record<number, OddCell>>();
	const put = (row: number, column: number, why: OddCell) => odd.set(row, { ...odd.get(row), [column]: why });
	for (const [, letters = '', row, attributes = '', inner = ''] of sheet.matchAll(
		/<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"([^>]*?)(?<!\/)>(.*?)<\/c>/gs
	)) {
		if (/\bt="e"/.test(attributes)) put(Number(row), columnOf(letters), 'error');
		else if (inner.includes('<f') && !/<v>[^<]/.test(inner)) put(Number(row), columnOf(letters), 'formula');
	}
	let merged = 0;
	for (const [, from = '', top, to = '', bottom] of sheet.matchAll(
		/<mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g
	)) {
		for (let row = Number(top); row <= Number(bottom); row++)
			for (let column = columnOf(from); column <= columnOf(to); column++)
				if ((row > Number(top) || column > columnOf(from)) && merged++ < mostMerged) put(row, column, 'merged');
	}
	return odd;
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

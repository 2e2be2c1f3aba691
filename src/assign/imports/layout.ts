import { columnsIn, readHeading, type Headings } from './columns.ts';
import type { TableRow } from './table-row.ts';

/** So many rows may stand above the headings: who issued the list, its title, its day. */
const mostAbove = 30;

/** Where the headings are: the first row in which one is that is wanted; -1 where there is none. */
export function headingAt(rows: readonly TableRow[], wanted: readonly string[]): number {
	return rows.slice(0, mostAbove).findIndex(({ cells }) => cells.some((cell) => isOneOf(cell, wanted)));
}

const isOneOf = (cell: string, wanted: readonly string[]) => readHeading(cell).some((name) => wanted.includes(name));

/**
 * The columns and the rows of a table as people lay it out: titles above, headings that are merged over several columns
 * (the two parts of a name, a year of birth for men and one for women), a second line of headings, numbers of columns.
 */
export function layOut(
	rows: readonly TableRow[],
	kind: { headings: Headings; needed: string; firstPart?: readonly string[] }
) {
	const start = Math.max(headingAt(rows, kind.headings[kind.needed] ?? []), 0);
	const header = rows[start] ?? { line: 0, cells: [] };
	const found = columnsIn(header.cells, kind);
	if (!('at' in found)) return found;
	const first = found.at.get(kind.needed) ?? 0;
	const below = rows.slice(start + 1);
	while (below[0] && isPartOfHeadings(below[0], first)) below.shift();
	const merged = [...found.at.values()].map((column) => spanOf(header, column)).filter((span) => span.length > 1);
	const isFirstPart = isOneOf(header.cells[first - 1] ?? '', kind.firstPart ?? []);
	if (!isFirstPart) return { at: found.at, rows: withSpans(below, merged) };
	const at = new Map([...found.at, [kind.needed, first - 1] as const]);
	return { at, rows: withSpans(below, [...merged, [first - 1, first]]) };
}

/** The second line of headings, or the numbers of the columns. */
function isPartOfHeadings({ cells, odd = {} }: TableRow, needed: number): boolean {
	const filled = cells.filter((cell) => cell !== '');
	const numbered = filled.length > 2 && filled.every((cell) => /^\(?(?:[A-Z]|\d{1,2})\)?$/.test(cell));
	return numbered || (odd[needed] === 'merged' && (cells[needed] ?? '') === '');
}

/** The columns over which a heading is merged. */
function spanOf({ cells, odd = {} }: TableRow, column: number): number[] {
	const span = [column];
	for (let next = column + 1; odd[next] === 'merged' && (cells[next] ?? '') === ''; next++) span.push(next);
	return span;
}

/** The cells of each span as one, in its first column. */
function withSpans(rows: readonly TableRow[], spans: readonly number[][]): readonly TableRow[] {
	if (spans.length === 0) return rows;
	return rows.map((row) => {
		const cells = [...row.cells];
		for (const span of spans) cells[span[0] ?? 0] = span.flatMap((column) => row.cells[column] || []).join(' ');
		return { ...row, cells };
	});
}

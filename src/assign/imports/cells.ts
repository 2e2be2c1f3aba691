import type { Columns } from './kinds.ts';
import type { TableRow } from './table-row.ts';
import type { RowProblem } from './tables.ts';

/** The cells by the names of their columns, those that are filled. */
export function cellsOf({ cells }: TableRow, at: Columns): Record<string, string> {
	return Object.fromEntries(
		[...at].flatMap(([column, i]) => {
			const cell = cells[i] ?? '';
			return cell === '' ? [] : [[column, cell.slice(0, 400)] as const];
		})
	);
}

/** What is wrong with a row: of a cell in which nothing can be read that alone is told. */
export function problemsOf(row: TableRow, at: Columns, problems: readonly RowProblem[]): RowProblem[] {
	const odd = oddProblems(row, at);
	const strange = new Set(odd.map(({ column }) => column));
	return [...odd, ...problems.filter(({ column }) => !strange.has(column))];
}

function oddProblems({ odd, cells }: TableRow, at: Columns): RowProblem[] {
	if (!odd) return [];
	return [...at].flatMap(([column, i]) => {
		const why = odd[i];
		return why === undefined ? [] : [{ column, code: why, values: { typed: cells[i] ?? '' } }];
	});
}

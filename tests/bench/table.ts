import { median, NotThere, type Database, type Figure, type Reading, type Row } from './row.ts';

/** All measurements of one row, or why there are none. */
export interface Measured {
	readonly row: Row;
	readonly readings: Reading[];
	problem: Error | null;
}

/** One line of the table. */
export interface Line {
	row: string;
	title: string;
	figure: string;
	unit: string;
	median: number | null;
	limit: number | null;
	verdict: 'kept' | 'missed' | 'no limit' | 'not there' | 'failed';
	each: number[];
	problem: string | null;
}

/** The lines of a row: one for each of its figures, with the median of all measurements and what it has to be. */
export function linesOf({ row, readings, problem }: Measured, database: Database): Line[] {
	return row.figures.map((figure) => {
		const each = readings.map(({ figures }) => figures[figure.name] ?? NaN);
		const value = problem || each.length === 0 ? null : median(each);
		return {
			row: row.id,
			title: row.title,
			figure: figure.name,
			unit: figure.unit,
			median: value,
			limit: figure.limit?.[database] ?? null,
			verdict: verdictOf(figure, { value, problem, database }),
			each,
			problem: problem?.message ?? null
		};
	});
}

function verdictOf(
	{ limit, better }: Figure,
	{ value, problem, database }: { value: number | null; problem: Error | null; database: Database }
): Line['verdict'] {
	if (problem instanceof NotThere) return 'not there';
	if (problem || value === null || Number.isNaN(value)) return 'failed';
	if (!limit) return 'no limit';
	return (better === 'more' ? value >= limit[database] : value <= limit[database]) ? 'kept' : 'missed';
}

/** The table's text. */
export function table(all: readonly Measured[], database: Database): string {
	const cells = all.flatMap((measured) =>
		linesOf(measured, database).map((line, i) => {
			const { better, digits } = measured.row.figures[i] ?? { better: 'less', digits: 2 };
			const shown = (value: number) => value.toFixed(digits);
			const sign = better === 'more' ? '≥' : '≤';
			return [
				line.row,
				line.title,
				line.figure,
				line.median === null ? '–' : `${shown(line.median)} ${line.unit}`,
				line.limit === null ? '' : `${sign} ${line.limit} ${line.unit}`,
				line.verdict === 'missed' ? 'MISSED' : line.verdict,
				line.problem ?? (line.each.length > 1 ? line.each.map(shown).join(' ') : '')
			];
		})
	);
	return aligned([['row', 'what', 'figure', 'median', 'limit', '', 'each'], ...cells]);
}

/** What else each row told, of its middle measurement. */
export function besides(all: readonly Measured[]): string {
	const lines = all.flatMap(({ row, readings }) => {
		const beside = Object.entries(readings[readings.length >> 1]?.beside ?? {});
		if (beside.length === 0) return [];
		const told = beside.map(
			([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(3)) : value}`
		);
		return [[row.id, told.join(', ')]];
	});
	return aligned(lines);
}

function aligned(lines: readonly string[][]): string {
	const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	return lines
		.map((line) =>
			line
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

import type { ColumnShape, Kind, Shape, TableShape } from './shape.ts';

/** Text and JSON (as its text) are strings, instants ISO strings in UTC, flags booleans; the same for both databases. */
export type Value = string | number | boolean | null;
/** Values in the order of the table's columns. */
export type Row = readonly Value[];

/** A whole database as it stood at one instant, however long the reading takes. */
export interface Snapshot {
	readonly shape: Shape;
	/** Ordered by the table's key, text by its bytes: the same rows come in the same order from both databases. */
	rows(table: TableShape): AsyncIterable<Row>;
	close(): Promise<void>;
}

/** A database in the making, which nobody sees before `finish`; closed without it, nothing has happened. */
export interface Building extends Snapshot {
	/** Adds rows and tells how many; triggers of the tables run as for any other insert. */
	load(table: TableShape, rows: AsyncIterable<Row>): Promise<number>;
	/** Checks that every reference leads somewhere, and makes it all visible at once. */
	finish(): Promise<void>;
}

const instant = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const fits: Record<Kind, (value: Value) => boolean> = {
	text: (value) => typeof value === 'string',
	integer: (value) => Number.isSafeInteger(value),
	number: (value) => typeof value === 'number',
	flag: (value) => typeof value === 'boolean',
	instant: (value) => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
	json: (value) => typeof value === 'string' && isJson(value)
};

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Whether something read from a file is a row of this table. */
export function isRow(table: TableShape, value: unknown): value is Row {
	if (!Array.isArray(value) || value.length !== table.columns.length) return false;
	return table.columns.every(({ kind }, i) => value[i] === null || fits[kind](value[i] as Value));
}

/** A row as one line that is equal for equal rows: PostgreSQL gives the keys of JSON in another order. */
export function canonicalLine(table: TableShape, row: Row): string {
	return JSON.stringify(row.map((value, i) => (isJsonColumn(table.columns[i]) ? sorted(value) : value)));
}

function isJsonColumn(column: ColumnShape | undefined): boolean {
	return column?.kind === 'json';
}

function sorted(value: Value): unknown {
	if (typeof value !== 'string') return value;
	return JSON.parse(value, (_key, part: unknown) =>
		part && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

/** Gathers rows into groups that are written at once: by number, and by size where rows are large. */
export async function* inGroups(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
	let group: Row[] = [];
	let size = 0;
	for await (const row of rows) {
		group.push(row);
		for (const value of row) size += typeof value === 'string' ? value.length : 8;
		if (group.length < 500 && size < 1_000_000) continue;
		yield group;
		group = [];
		size = 0;
	}
	if (group.length > 0) yield group;
}

/** A name of ours inside a statement. */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

export function listed(columns: readonly ColumnShape[]): string {
	return columns.map(({ name }) => quoted(name)).join(', ');
}

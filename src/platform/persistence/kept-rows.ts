import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { isDeepStrictEqual } from 'node:util';

/** Rows of a table as JSON keeps them, so that they can be put back as they were. */
export type KeptRows = readonly Readonly<Record<string, unknown>>[];

/** What JSON makes of rows; the same before it was kept and after it was read, on either database. */
export function keptRows(rows: readonly object[]): KeptRows {
	return JSON.parse(JSON.stringify(rows)) as KeptRows;
}

/** The rows as the table gives and takes them. */
export function rowsAgain<Table extends PgTable>(table: Table, kept: KeptRows): Table['$inferSelect'][] {
	const columns = Object.entries(getTableColumns(table));
	const instants = columns.filter(([, { dataType }]) => dataType === 'date').map(([name]) => name);
	const again = (value: unknown) => (typeof value === 'string' ? new Date(value) : null);
	return kept.map((row) => ({ ...row, ...Object.fromEntries(instants.map((name) => [name, again(row[name])])) }));
}

/** Whether these are the same rows, in whatever order. */
export function sameRows(some: KeptRows, others: KeptRows): boolean {
	return some.length === others.length && some.every((row) => others.some((other) => isDeepStrictEqual(row, other)));
}

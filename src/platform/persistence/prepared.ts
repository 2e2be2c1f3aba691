import { getTableColumns, sql, type DriverValueEncoder, type Placeholder, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Reader } from './store.ts';

/** Stands in a prepared query where the value of this name will be. */
export type Named<Name extends string> = (name: Name) => Placeholder;

interface Ready<R> {
	execute(values: Record<string, unknown>): PromiseLike<R>;
}

/**
 * A query that is put into words once and kept: for the few that run at every request, because finding the words takes
 * longer than the answer. `name` is unique in the house; `value('id')` stands where `values.id` will. Runs wherever
 * the same query would: on `store.read` or inside a transaction.
 */
export function prepared<On extends Reader, Name extends string, R>(
	name: string,
	build: (on: On, value: Named<Name>) => { prepare(name: string): Ready<R> }
): (on: On, values: Readonly<Record<Name, unknown>>) => Promise<R> {
	const ready = readiness((on: On) => build(on, (each) => sql.placeholder(each)).prepare(name));
	return async (on, values) => ready(on).execute(values);
}

type ColumnsOf<T extends PgTable> = keyof T['$inferSelect'] & string;

/** A whole row of a table to insert, each column by its own name. */
export function rowOf<T extends PgTable>(table: T, value: Named<ColumnsOf<T>>): Record<ColumnsOf<T>, SQL> {
	return eachColumn(table, (name, column) => sql`${sql.param(value(name), orNothing(column))}`);
}

/** Drizzle asks a column to encode what is not there, too, and dates and JSON can't. */
function orNothing(column: PgColumn): DriverValueEncoder<unknown, unknown> {
	return { mapToDriverValue: (value) => (value === null ? null : column.mapToDriverValue(value)) };
}

/** What an upsert sets where the row exists: every column as the row that came would have it. */
export function asItCame<T extends PgTable>(table: T): Record<ColumnsOf<T>, SQL> {
	return eachColumn(table, (name) => sql`excluded.${sql.identifier(toSnakeCase(name))}`);
}

function eachColumn<T extends PgTable, V>(
	table: T,
	make: (name: ColumnsOf<T>, column: PgColumn) => V
): Record<ColumnsOf<T>, V> {
	const columns = Object.entries<PgColumn>(getTableColumns(table));
	// The names are the table's own, which its type lists.
	return Object.fromEntries(columns.map(([name, column]) => [name, make(name as ColumnsOf<T>, column)])) as Record<
		ColumnsOf<T>,
		V
	>;
}

/** What was prepared on each connection: a store gives out the same object for one connection, whoever uses it. */
function readiness<On extends Reader, R>(make: (on: On) => Ready<R>): (on: On) => Ready<R> {
	const kept = new WeakMap<On, Ready<R>>();
	return (on) => {
		const known = kept.get(on);
		if (known) return known;
		const made = make(on);
		kept.set(on, made);
		return made;
	};
}

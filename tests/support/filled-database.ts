import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Database } from '../../src/platform/persistence/databases.ts';
import type { Row, Value } from '../../src/platform/persistence/rows.ts';
import { shapeAt, type ColumnShape, type TableShape } from '../../src/platform/persistence/shape.ts';

/** What drizzle-kit notes about a table's rules. */
interface Rules {
	columns: Record<string, { notNull: boolean }>;
	foreignKeys: Record<string, { tableTo: string; columnsFrom: string[]; columnsTo: string[] }>;
	checkConstraints?: Record<string, { value: string }>;
}

/** Columns whose content the platform reads at its start, whatever else is in the table. */
const read: Record<string, string> = { 'releases.manifest': '{"items":[],"lessons":{},"media":[]}' };

const rowsEach = 3;

/**
 * Makes a database as an earlier release left it, after `count` migrations, with rows in every table: every column
 * filled, every column that may be empty empty, and characters that are easily broken.
 */
export async function fillDatabase(database: Database, count: number, root: string): Promise<void> {
	const building = await build(database, { count, root });
	try {
		const rules = rulesAt(count, root);
		for (const table of shapeAt(count, root).tables) await building.load(table, rowsFor(table, rules));
		await building.finish();
	} finally {
		await building.close();
	}
}

function rulesAt(count: number, root: string): Map<string, Rules> {
	const number = shapeAt(count, root).migrations.at(-1)?.slice(0, 4) ?? '';
	const text = readFileSync(join(root, 'postgres', 'meta', `${number}_snapshot.json`), 'utf8');
	const { tables } = JSON.parse(text) as { tables: Record<string, Rules & { name: string }> };
	return new Map(Object.values(tables).map((table) => [table.name, table]));
}

async function* rowsFor(table: TableShape, rules: Map<string, Rules>): AsyncGenerator<Row> {
	for (let i = 0; i < rowsEach; i++) yield table.columns.map((column) => valueFor(table.name, column, { i, rules }));
}

function valueFor(table: string, column: ColumnShape, the: { i: number; rules: Map<string, Rules> }): Value {
	const rule = the.rules.get(table);
	// The last row has only what it must have.
	if (the.i === rowsEach - 1 && !rule?.columns[column.name]?.notNull) return null;
	const target = targetOf(rule, column.name);
	// To the row of the same number; within one table that is the row itself.
	if (target) return valueFor(target.table, { ...column, name: target.column }, the);
	return read[`${table}.${column.name}`] ?? allowed(rule, column, the.i) ?? sample(table, column, the.i);
}

function targetOf(rule: Rules | undefined, name: string): { table: string; column: string } | undefined {
	for (const { tableTo, columnsFrom, columnsTo } of Object.values(rule?.foreignKeys ?? {})) {
		const column = columnsTo[columnsFrom.indexOf(name)];
		if (column) return { table: tableTo, column };
	}
	return undefined;
}

/** One of the values a check allows: `kind in ('a', 'b')`. */
function allowed(rule: Rules | undefined, { name, kind }: ColumnShape, i: number): Value | undefined {
	if (kind !== 'text') return undefined;
	for (const { value } of Object.values(rule?.checkConstraints ?? {})) {
		const list = new RegExp(`\\b${name}\\b"?\\s+in\\s*\\(([^)]*)\\)`, 'i').exec(value)?.[1];
		const values = [...(list ?? '').matchAll(/'([^']*)'/g)].map(([, each]) => each);
		if (values.length > 0) return values[i % values.length];
	}
	return undefined;
}

function sample(table: string, { name, kind }: ColumnShape, i: number): Value {
	const samples = {
		text: `${table} ${name} ${i}: “đ”\t'\\\n👵`,
		integer: i + 1,
		number: i + 0.5,
		flag: i % 2 === 0,
		instant: new Date(Date.UTC(2026, 0, 1 + i, 23, 59, 59, 120 + i)).toISOString(),
		json: JSON.stringify({ z: 'đ"\\', a: [i, 0.1, null, true], 10: {} })
	};
	return samples[kind];
}

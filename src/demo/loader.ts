import type { Building, Row, Value } from '../platform/persistence/rows.ts';
import type { TableShape } from '../platform/persistence/shape.ts';

/** A row by the names that the tables declare; what is left out is null. */
export type Loose = Readonly<Record<string, unknown>>;

/** Adds rows of many tables to a database in the making. */
export function loaderOf(building: Building) {
	const tables = new Map(building.shape.tables.map((table) => [table.name, { table, keys: keysOf(table) }]));
	return async (name: string, rows: readonly Loose[]): Promise<void> => {
		const known = tables.get(name);
		if (!known) throw new Error(`there is no table ${name}`);
		if (rows.length > 0) await building.load(known.table, inOrder(known.keys, rows));
	};
}

export type Load = ReturnType<typeof loaderOf>;

/** `placePath` for the column `place_path`. */
function keysOf({ columns }: TableShape): { key: string }[] {
	return columns.map(({ name }) => ({
		key: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
	}));
}

async function* inOrder(keys: readonly { key: string }[], rows: readonly Loose[]): AsyncGenerator<Row> {
	for (const row of rows) yield keys.map(({ key }) => valueOf(row[key]));
}

function valueOf(value: unknown): Value {
	if (value === undefined) return null;
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Value);
}

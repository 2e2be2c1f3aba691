import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from './migrations.ts';

/** What a column holds, whichever database keeps it; how it is written down: see rows.ts. */
export type Kind = 'text' | 'integer' | 'number' | 'flag' | 'instant' | 'json';

export interface ColumnShape {
	readonly name: string;
	readonly kind: Kind;
}

export interface TableShape {
	readonly name: string;
	readonly columns: readonly ColumnShape[];
	/** The columns that tell rows apart and put them in order. */
	readonly key: readonly ColumnShape[];
}

/** The declared tables as they were after one of the migrations. */
export interface Shape {
	/** The names of the migrations up to there. */
	readonly migrations: readonly string[];
	readonly tables: readonly TableShape[];
}

/** As much of drizzle-kit's snapshot as is needed here. */
interface SnapshotFile {
	tables: Record<
		string,
		{
			name: string;
			columns: Record<string, { name: string; type: string; primaryKey: boolean; generated?: unknown }>;
			compositePrimaryKeys: Record<string, { columns: string[] }>;
		}
	>;
}

/**
 * The tables after the first `count` migrations, from what drizzle-kit notes beside each one. PostgreSQL's notes serve
 * both databases: only they tell an instant from a number. What a migration makes by hand (indexes for searching,
 * triggers) is not in them and is derived from the rows again.
 */
export function shapeAt(count: number, root: string): Shape {
	const folder = join(root, 'postgres');
	const migrations = readJournal(folder)
		.slice(0, count)
		.map(({ tag }) => tag);
	const number = migrations.at(-1)?.split('_')[0];
	if (!number) return { migrations, tables: [] };
	const snapshot = JSON.parse(readFileSync(join(folder, 'meta', `${number}_snapshot.json`), 'utf8')) as SnapshotFile;
	const tables = Object.values(snapshot.tables).map(tableShape);
	return { migrations, tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function tableShape(table: SnapshotFile['tables'][string]): TableShape {
	const declared = Object.values(table.columns).filter(({ generated }) => !generated);
	const columns = declared.map(({ name, type }) => ({ name, kind: kindOf(type, `${table.name}.${name}`) }));
	const composite = Object.values(table.compositePrimaryKeys)[0]?.columns ?? [];
	const single = declared.filter(({ primaryKey }) => primaryKey).map(({ name }) => name);
	const key = columns.filter(({ name }) => composite.includes(name) || single.includes(name));
	return { name: table.name, columns, key: key.length > 0 ? key : columns };
}

const kinds: [RegExp, Kind][] = [
	[/^(text|varchar|uuid|date)\b/, 'text'],
	[/^(smallint|integer|bigint)$/, 'integer'],
	[/^(real|double precision)$/, 'number'],
	[/^boolean$/, 'flag'],
	[/^timestamp.* with time zone$/, 'instant'],
	[/^jsonb?$/, 'json']
];

function kindOf(type: string, column: string): Kind {
	const kind = kinds.find(([pattern]) => pattern.test(type))?.[1];
	if (!kind) throw new Error(`${column} is ${type}: backups do not know this kind of column yet (shape.ts)`);
	return kind;
}

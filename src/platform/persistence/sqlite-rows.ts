import Database from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../obstacle.ts';
import { countApplied, readJournal } from './migrations.ts';
import { inGroups, listed, quoted, type Building, type Row, type Snapshot, type Value } from './rows.ts';
import { applyToSqlite, checkReferences, youngestOnSqlite } from './sqlite-migrations.ts';
import { shapeAt, type Kind, type Shape, type TableShape } from './shape.ts';

/** Whether another process has this database open. */
export function isInUse(file: string): boolean {
	if (!existsSync(file)) return false;
	const db = new Database(file, { timeout: 0 });
	try {
		// In WAL mode, whoever has the database open holds a lock that this one does not share.
		db.pragma('locking_mode = EXCLUSIVE');
		db.prepare('select count(*) from sqlite_master').get();
		return false;
	} catch (error) {
		if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return true;
		throw error;
	} finally {
		db.close();
	}
}

/** Copies a database that is in use, page by page as it is; the copy has its name only when it is whole. */
export async function copySqlite(file: string, copy: string): Promise<void> {
	const temporary = `${copy}.${process.pid}.partial`;
	const db = new Database(file, { readonly: true, timeout: 5000 });
	try {
		closeSync(openSync(temporary, 'w', 0o600));
		await db.backup(temporary);
		const written = openSync(temporary, 'r+');
		fsyncSync(written);
		closeSync(written);
		renameSync(temporary, copy);
	} finally {
		db.close();
		rmSync(temporary, { force: true });
	}
}

/** Reads a SQLite database while others write to it: one read transaction sees what was there when it began. */
export function snapshotSqlite(file: string, root: string): Snapshot {
	if (!existsSync(file)) throw new Obstacle(`Không có cơ sở dữ liệu ở ${file}. / There is no database at ${file}.`);
	const db = new Database(file, { readonly: true, timeout: 5000 });
	try {
		db.exec('begin');
		const count = countApplied(readJournal(join(root, 'sqlite')), youngestOnSqlite(db));
		return { shape: shapeAt(count, root), rows: (table) => readRows(db, table), close: async () => void db.close() };
	} catch (error) {
		db.close();
		throw error;
	}
}

async function* readRows(db: Database.Database, table: TableShape): AsyncGenerator<Row> {
	const statement = `select ${listed(table.columns)} from ${quoted(table.name)} order by ${listed(table.key)}`;
	for (const row of db.prepare(statement).raw().iterate() as Iterable<unknown[]>)
		yield table.columns.map(({ kind }, i) => fromSqlite(kind, row[i]));
}

function fromSqlite(kind: Kind, value: unknown): Value {
	if (value === null) return null;
	if (kind === 'flag') return value !== 0;
	if (kind === 'instant') return new Date(value as number).toISOString();
	return value as Value;
}

function toSqlite(kind: Kind, value: Value): string | number | null {
	if (value === null) return null;
	if (kind === 'instant') return Date.parse(value as string);
	return typeof value === 'boolean' ? Number(value) : value;
}

/** A new database file as the first migrations make it, to be filled in one transaction. */
export function buildSqlite(file: string, count: number, root: string): Building {
	closeSync(openSync(file, 'wx', 0o600));
	const db = new Database(file);
	db.pragma('journal_mode = DELETE');
	db.pragma('synchronous = FULL');
	// References are checked together at the end: rows may refer to rows that come later.
	db.pragma('foreign_keys = OFF');
	db.exec('begin immediate');
	const shape = shapeAt(count, root);
	applyToSqlite(db, { folder: join(root, 'sqlite'), count });
	clear(db, shape);
	return {
		shape,
		rows: (table) => readRows(db, table),
		load: (table, rows) => load(db, table, rows),
		async finish() {
			checkReferences(db);
			db.exec('commit');
		},
		async close() {
			const done = !db.inTransaction;
			db.close();
			if (!done) rmSync(file, { force: true });
		}
	};
}

/** Rows that a migration brings along come again with the rows that are loaded. */
function clear(db: Database.Database, shape: Shape): void {
	for (const { name } of shape.tables)
		if (db.prepare(`select 1 from ${quoted(name)} limit 1`).get()) db.exec(`delete from ${quoted(name)}`);
}

async function load(db: Database.Database, table: TableShape, rows: AsyncIterable<Row>): Promise<number> {
	const places = table.columns.map(() => '?').join(', ');
	const statement = db.prepare(`insert into ${quoted(table.name)} (${listed(table.columns)}) values (${places})`);
	let count = 0;
	for await (const group of inGroups(rows)) {
		for (const row of group) statement.run(row.map((value, i) => toSqlite(table.columns[i]?.kind ?? 'text', value)));
		count += group.length;
	}
	return count;
}

import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { prepareMigration, type MigrationMeans } from './migrations.ts';

/** When the youngest migration of this database was written, or null where none has run. */
export function youngestOnSqlite(db: Database.Database): number | null {
	const known = db.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
	const row = known ? db.prepare('select max(created_at) as last from __drizzle_migrations').get() : undefined;
	const last = (row as { last: number | string | null } | undefined)?.last ?? null;
	return last === null ? null : Number(last);
}

/**
 * Runs what is pending, all or nothing, while no other process can write. A table is made anew by copying it, which
 * would break what refers to it: references are off meanwhile and checked together at the end.
 */
export async function migrateSqlite(db: Database.Database, folder: string, means: MigrationMeans): Promise<void> {
	db.pragma('foreign_keys = OFF');
	db.exec('begin immediate');
	try {
		await prepareMigration(means, folder, youngestOnSqlite(db));
		if (applyToSqlite(db, { folder }) > 0) checkReferences(db);
		db.exec('commit');
	} catch (error) {
		if (db.inTransaction) db.exec('rollback');
		throw error;
	} finally {
		db.pragma('foreign_keys = ON');
	}
}

/** Runs those of the first `count` migrations that have not run, and notes them as drizzle does; tells how many ran. */
export function applyToSqlite(db: Database.Database, { folder, count }: { folder: string; count?: number }): number {
	db.exec(
		'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)'
	);
	const last = youngestOnSqlite(db) ?? -1;
	const note = db.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
	const all = readMigrationFiles({ migrationsFolder: folder }).slice(0, count);
	const pending = all.filter(({ folderMillis }) => folderMillis > last);
	for (const { sql, hash, folderMillis } of pending) {
		for (const statement of sql) db.exec(statement);
		note.run(hash, folderMillis);
	}
	return pending.length;
}

/** Throws where a row refers to one that is missing. */
export function checkReferences(db: Database.Database): void {
	const [broken] = db.pragma('foreign_key_check') as { table: string; parent: string }[];
	if (broken) throw new Error(`a row of ${broken.table} refers to one of ${broken.parent} that is missing`);
}

import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { MigrationMeans } from './migrations.ts';
import { migrateSqlite } from './sqlite-migrations.ts';
import { migrationsFolder, type Reader, type Store, type Writer } from './store.ts';

/**
 * One writing connection behind a queue, one that can only read. better-sqlite3's own transaction refuses async
 * work, so the queue opens and closes it; FULL makes a commit survive a power cut.
 */
export async function openSqlite(file: string, migrations: MigrationMeans = {}): Promise<Store> {
	keepFromOthers(file);
	const writer = new Database(file);
	writer.pragma('journal_mode = WAL');
	writer.pragma('synchronous = FULL');
	writer.pragma('foreign_keys = ON');
	writer.pragma('busy_timeout = 5000');
	const reader = new Database(file);
	reader.pragma('query_only = ON');
	reader.pragma('busy_timeout = 5000');
	const writing = drizzle(writer, { casing: 'snake_case' });

	let tail: Promise<unknown> = Promise.resolve();
	return {
		// The promise drizzle gives for SQLite has the shape of PostgreSQL's: see columns.ts.
		read: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
		transact(work) {
			const next = tail.then(() => runTransaction(writer, () => work(writing as unknown as Writer)));
			tail = next.catch(() => undefined);
			return next;
		},
		migrate() {
			const next = tail.then(() => migrateSqlite(writer, migrations.folder ?? migrationsFolder, migrations));
			tail = next.catch(() => undefined);
			return next;
		},
		async close() {
			await tail;
			reader.close();
			writer.close();
		}
	};
}

/** Names and phone numbers lie here, and the folder may be open to others; SQLite gives its side files the same rights. */
function keepFromOthers(file: string): void {
	closeSync(openSync(file, 'a', 0o600));
	chmodSync(file, 0o600);
}

async function runTransaction<T>(writer: Database.Database, work: () => Promise<T>): Promise<T> {
	writer.exec('begin immediate');
	try {
		const result = await work();
		writer.exec('commit');
		return result;
	} catch (error) {
		if (writer.inTransaction) writer.exec('rollback');
		throw error;
	}
}

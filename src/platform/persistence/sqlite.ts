import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { beginWriting, sameFile } from './sqlite-begin.ts';
import { migrationsFolder, type Reader, type Store, type Writer } from './store.ts';

/** Milliseconds for which SQLite itself waits for a lock, the event loop with it; longer waiting is done in beginWriting. */
const briefly = 10;

/**
 * One writing connection behind a queue, one that can only read. better-sqlite3's own transaction refuses async
 * work, so the queue opens and closes it; FULL makes a commit survive a power cut.
 */
export async function openSqlite(file: string): Promise<Store> {
	keepFromOthers(file);
	const writer = new Database(file);
	writer.pragma('journal_mode = WAL');
	writer.pragma('synchronous = FULL');
	writer.pragma('foreign_keys = ON');
	writer.pragma(`busy_timeout = ${briefly}`);
	const reader = new Database(file);
	reader.pragma('query_only = ON');
	reader.pragma('busy_timeout = 100');
	const present = sameFile(file);
	const writing = drizzle(writer, { casing: 'snake_case' });

	let tail: Promise<unknown> = Promise.resolve();
	return {
		// The promise drizzle gives for SQLite has the shape of PostgreSQL's: see columns.ts.
		read: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
		transact(work) {
			const queuedAt = performance.now();
			const begin = () => beginWriting(writer, { present, queuedAt });
			const next = tail.then(begin).then(() => runTransaction(writer, () => work(writing as unknown as Writer)));
			tail = next.catch(() => undefined);
			return next;
		},
		async ping() {
			present();
			reader.prepare('select count(*) from sqlite_schema').get();
		},
		async migrate() {
			writer.pragma('busy_timeout = 5000'); // nobody is served yet: two processes that start at once take turns
			migrate(writing, { migrationsFolder });
			writer.pragma(`busy_timeout = ${briefly}`);
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
	try {
		const result = await work();
		writer.exec('commit');
		return result;
	} catch (error) {
		if (writer.inTransaction) writer.exec('rollback');
		throw error;
	}
}

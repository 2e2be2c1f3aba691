import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { MigrationMeans } from './migrations.ts';
import { beginWriting, sameFile } from './sqlite-begin.ts';
import { migrateSqlite } from './sqlite-migrations.ts';
import { migrationsFolder, type Reader, type Store, type Writer } from './store.ts';
import { ReadingTurn } from './reading-turn.ts';
import { WriteQueue } from './write-queue.ts';

/** Milliseconds for which SQLite itself waits for a lock, the event loop with it; longer waiting is done in beginWriting. */
const briefly = 10;

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
	writer.pragma(`busy_timeout = ${briefly}`);
	const reader = new Database(file);
	reader.pragma('query_only = ON');
	reader.pragma('busy_timeout = 100');
	const turn = new ReadingTurn(reader);
	keepStatements(writer, (statement) => statement);
	keepStatements(reader, (statement) => turn.within(statement));
	const present = sameFile(file);
	const writing = drizzle(writer, { casing: 'snake_case' });
	const queue = new WriteQueue(writer, {
		begin: (queuedAt) => beginWriting(writer, { present, queuedAt }),
		committed: () => turn.end()
	});

	return {
		// The promise drizzle gives for SQLite has the shape of PostgreSQL's: see columns.ts.
		read: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
		transact: (work) => queue.run(() => work(writing as unknown as Writer)),
		async ping() {
			present();
			reader.prepare('select count(*) from sqlite_schema').get();
		},
		async migrate() {
			await queue.idle();
			writer.pragma('busy_timeout = 5000'); // nobody is served yet: two processes that start at once take turns
			await migrateSqlite(writer, migrations.folder ?? migrationsFolder, migrations);
			writer.pragma(`busy_timeout = ${briefly}`);
		},
		async close() {
			await queue.idle();
			turn.end();
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

/** How many statements a connection keeps compiled; the house has about a hundred, lists of varying length add some. */
const mostStatements = 400;

/** Compiles each statement once for a connection: SQLite takes longer to compile most of ours than to run them. */
function keepStatements(
	connection: Database.Database,
	made: (statement: Database.Statement) => Database.Statement
): void {
	const kept = new Map<string, Database.Statement>();
	const compile = connection.prepare.bind(connection) as (sql: string) => Database.Statement;
	const prepare = (sql: string) => {
		let statement = kept.get(sql);
		if (!statement) {
			if (kept.size >= mostStatements) kept.clear();
			statement = made(compile(sql));
			kept.set(sql, statement);
		}
		return statement;
	};
	connection.prepare = prepare as Database.Database['prepare'];
}

import Database from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../src/platform/config.ts';

/** Statements as somebody types them who has the database itself, past the house; the same text runs on both. */
export async function asDatabaseOwner(config: Config, ...statements: string[]): Promise<void> {
	if (config.databaseUrl === null) {
		const database = new Database(join(config.dataDir, 'hoc.sqlite'));
		try {
			for (const statement of statements) database.exec(statement);
		} finally {
			database.close();
		}
		// Nobody types within one turn of the event loop; what the house reads in it is one look.
		await new Promise((resolve) => setImmediate(resolve));
		return;
	}
	const client = new pg.Client(config.databaseUrl);
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

/** Takes the triggers of the audit trail away. */
export async function withoutTriggers(config: Config): Promise<void> {
	const names =
		config.databaseUrl === null
			? [
					'audit_entries_not_changed',
					'audit_entries_not_deleted',
					'audit_entries_not_replaced',
					'audit_head_not_deleted'
				]
			: [
					'audit_entries_stay on audit_entries',
					'audit_entries_not_emptied on audit_entries',
					'audit_head_not_deleted on audit_head'
				];
	await asDatabaseOwner(config, ...names.map((name) => `drop trigger ${name}`));
}

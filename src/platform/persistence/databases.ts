import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openPostgres } from './postgres.ts';
import { buildPostgres, isServed, snapshotPostgres } from './postgres-rows.ts';
import type { Building, Snapshot } from './rows.ts';
import { openSqlite } from './sqlite.ts';
import { buildSqlite, isInUse, snapshotSqlite } from './sqlite-rows.ts';
import { migrationsRoot } from './store.ts';

/** A database of either kind, whichever one this process declares its tables for. */
export type Database =
	{ readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

/** Where the SQLite database of an installation lies. */
export function databaseFile(config: Pick<Config, 'dataDir'>): string {
	return join(config.dataDir, 'hoc.sqlite');
}

/** The database that the settings name. */
export function databaseOf(config: Config): Database {
	if (config.databaseUrl) return { kind: 'postgres', url: config.databaseUrl };
	return { kind: 'sqlite', file: databaseFile(config) };
}

/** Opens a database for reading all of it as it stands now. */
export async function takeSnapshot(database: Database, root = migrationsRoot): Promise<Snapshot> {
	return database.kind === 'sqlite' ? snapshotSqlite(database.file, root) : snapshotPostgres(database.url, root);
}

/** How a new database is made. */
export interface BuildingPlan {
	/** How many of the migrations make it. */
	readonly count: number;
	readonly root?: string;
	/** PostgreSQL: the schema into which what is there already is moved; without it the database must be empty. */
	readonly aside?: string;
}

/** A new database, to be filled; SQLite's file must not exist yet. */
export async function build(database: Database, { root = migrationsRoot, ...plan }: BuildingPlan): Promise<Building> {
	return database.kind === 'sqlite'
		? buildSqlite(database.file, plan.count, root)
		: buildPostgres(database.url, { ...plan, root });
}

/** Brings a database that was built from an older backup up to the newest migration. */
export async function migrateForward(database: Database, root = migrationsRoot): Promise<void> {
	const means = { folder: join(root, database.kind) };
	const store =
		database.kind === 'sqlite' ? await openSqlite(database.file, means) : await openPostgres(database.url, means);
	await store.migrate().finally(() => store.close());
}

/** Whether a server works with this database at the moment. */
export async function isBusy(database: Database): Promise<boolean> {
	return database.kind === 'sqlite' ? isInUse(database.file) : isServed(database.url);
}

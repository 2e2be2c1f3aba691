import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { build } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { migrationsRoot } from '../../src/platform/persistence/store.ts';
import { startPostgres } from './postgres-server.ts';

/** Starts a real PostgreSQL server and migrates a template database; every test gets its own copy of it. */
export default async function setup(project: TestProject) {
	const server = await startPostgres();
	const client = new pg.Client(`${server.url}/postgres`);
	await client.connect();
	await client.query('create database template_house');
	await client.end();
	await migrate(`${server.url}/template_house`);
	project.provide('postgresServer', server.url);
	return () => server.stop();
}

/** Exactly as an installation is made; its tables need not be declared for PostgreSQL in this process. */
async function migrate(url: string): Promise<void> {
	const building = await build(
		{ kind: 'postgres', url },
		{ count: readJournal(join(migrationsRoot, 'postgres')).length }
	);
	await building.finish();
	await building.close();
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

/** Starts a real PostgreSQL server and migrates a template database; every test gets its own copy of it. */
export default async function setup(project: TestProject) {
	const server = await startPostgres();
	const client = new pg.Client(`${server.url}/postgres`);
	await client.connect();
	await client.query('create database template_house');
	await client.end();
	await migrateWithSql(`${server.url}/template_house`);
	project.provide('postgresServer', server.url);
	return () => server.stop();
}

/**
 * This process declared its tables for SQLite (the setup runs outside the test's environment), so the migrations are
 * applied as the plain SQL they are.
 */
async function migrateWithSql(url: string): Promise<void> {
	const folder = join(import.meta.dirname, '../../migrations/postgres');
	const client = new pg.Client(url);
	await client.connect();
	for (const file of readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort())
		await client.query(readFileSync(join(folder, file), 'utf8'));
	await client.end();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { dialect, type Config } from '../../src/platform/config.ts';
import { randomToken } from '../../src/platform/ids.ts';
import { databaseFile, type Database } from '../../src/platform/persistence/databases.ts';
import { aConfig } from './a-house.ts';

/** A folder that goes away after the test. */
export function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-folder-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Settings for an installation that has nothing yet, not even tables. */
export async function anEmptyPlace(settings: Record<string, string> = {}): Promise<Config> {
	const config = aConfig(settings);
	return dialect === 'sqlite' ? config : { ...config, databaseUrl: await anEmptyPostgres(inject('postgresServer')) };
}

/** The database that the settings name, on a fresh server or in a fresh file. */
export function anEmptySqlite(): Database & { kind: 'sqlite' } {
	return { kind: 'sqlite', file: databaseFile({ dataDir: aFolder() }) };
}

/** A new database without tables on a server, gone after the test. */
export async function anEmptyPostgres(server: string): Promise<string> {
	const name = `empty_${randomToken(9)
		.replace(/[^a-z0-9]/gi, '')
		.toLowerCase()}`;
	await onServer(server, `create database ${name}`);
	onTestFinished(() => onServer(server, `drop database if exists ${name} with (force)`));
	return `${server}/${name}`;
}

async function onServer(server: string, statement: string): Promise<void> {
	await queryPostgres(`${server}/postgres`, statement);
}

/** One statement on a connection of its own, past everything of ours. */
export async function queryPostgres(url: string, statement: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(statement)).rows;
	} finally {
		await client.end();
	}
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openSqlite } from '../../src/platform/persistence/sqlite.ts';

declare module 'vitest' {
	interface ProvidedContext {
		sqliteTemplate: string;
		postgresServer: string;
	}
}

/** Migrates one database file; every test gets its own copy of it. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-template-'));
	const file = join(folder, 'template.sqlite');
	const store = await openSqlite(file);
	await store.migrate();
	await store.close();
	project.provide('sqliteTemplate', file);
	return () => rmSync(folder, { recursive: true, force: true });
}

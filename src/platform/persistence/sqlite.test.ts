import type Database from 'better-sqlite3';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from './sqlite.ts';

/** A folder that everybody on the machine may look into, as a container's volume often is. */
function anOpenFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-rights-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	chmodSync(folder, 0o755);
	return folder;
}

describe('a commit', () => {
	it('is on the disk before it is told, also through a power cut: FULL, with the journal ahead of the file', async () => {
		const store = await openSqlite(join(anOpenFolder(), 'hoc.sqlite'));
		// What Drizzle keeps of the connection; the store gives out no other way to it.
		const { $client } = (await store.transact(async (tx) => tx)) as unknown as { $client: Database.Database };
		expect($client.pragma('synchronous', { simple: true })).toBe(2); // 2 is FULL: sqlite.org/pragma.html#pragma_synchronous
		expect($client.pragma('journal_mode', { simple: true })).toBe('wal');
		await store.close();
	});
});

describe.skipIf(process.platform === 'win32')('the database file', () => {
	it('is for its owner alone, with all that lies beside it', async () => {
		const folder = anOpenFolder();
		const store = await openSqlite(join(folder, 'hoc.sqlite'));
		await store.migrate();
		const rights = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
		expect(rights.length).toBeGreaterThan(1);
		expect(rights).toEqual(rights.map(([name]) => [name, 0o600]));
		await store.close();
	});

	it('is closed to others where it was open', async () => {
		const file = join(anOpenFolder(), 'hoc.sqlite');
		writeFileSync(file, '', { mode: 0o644 });
		const store = await openSqlite(file);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		await store.close();
	});
});

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

import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyBefore } from '../../src/platform/backup/before-migration.ts';
import { backupsFolder } from '../../src/platform/backup/files.ts';
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts';
import { dialect, type Config } from '../../src/platform/config.ts';
import { databaseFile, databaseOf, migrateForward, takeSnapshot } from '../../src/platform/persistence/databases.ts';
import { openPostgres } from '../../src/platform/persistence/postgres.ts';
import { openSqlite } from '../../src/platform/persistence/sqlite.ts';
import { migrationsRoot, type Store } from '../../src/platform/persistence/store.ts';
import { aDatabaseFor } from '../support/a-house.ts';
import { anEmptyPlace } from '../support/any-database.ts';
import { fillDatabase } from '../support/filled-database.ts';
import { aLaterRelease } from '../support/later-release.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';

const now = new Date('2026-11-25T08:12:03Z');
const shipped = readJournal(join(migrationsRoot, dialect)).length;

/** The store as a release with these migrations opens it. */
async function openAs(config: Config, root: string): Promise<Store> {
	const means = { folder: join(root, dialect), before: copyBefore(config, root) };
	const store = config.databaseUrl
		? await openPostgres(config.databaseUrl, means)
		: await openSqlite(databaseFile(config), means);
	onTestFinished(() => store.close());
	return store;
}

async function migrationsOf(config: Config, root: string): Promise<number> {
	const snapshot = await takeSnapshot(databaseOf(config), root);
	await snapshot.close();
	return snapshot.shape.migrations.length;
}

const copiesOf = (config: Config) => readdirSync(backupsFolder(config)).sort();

async function aUsedPlace(): Promise<Config> {
	const config = await anEmptyPlace();
	await fillDatabase(databaseOf(config), shipped, migrationsRoot);
	return config;
}

describe('before a migration', () => {
	it('the database is copied, for its owner alone, as it was', async () => {
		const { root, tag } = aLaterRelease();
		const config = await aUsedPlace();
		await (await openAs(config, root)).migrate();
		expect(await migrationsOf(config, root)).toBe(shipped + 1);
		const [copy = '', ...more] = copiesOf(config);
		expect(more).toEqual([]);
		expect(copy).toMatch(new RegExp(`^before-${tag}-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.(sqlite|backup\\.tar\\.gz)$`));
		const file = join(backupsFolder(config), copy);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const again = await anEmptyPlace();
		if (dialect === 'postgres')
			await restoreBackup({ config: again, now, tell: () => undefined, passphrase: null }, file);
		else rollBack(file, databaseFile(again));
		const [was, is] = [await takeSnapshot(databaseOf(again)), await takeSnapshot(databaseOf(config), root)];
		const counts = [];
		for (const table of was.shape.tables)
			for (const snapshot of [was, is]) {
				let rows = 0;
				for await (const _ of snapshot.rows(table)) rows++;
				counts.push(rows);
			}
		expect(new Set(counts)).toEqual(new Set([3]));
		await Promise.all([was.close(), is.close()]);
	});

	it('nothing is copied where nothing was, or where nothing is pending', async () => {
		const { root } = aLaterRelease();
		const config = await anEmptyPlace();
		await (await openAs(config, root)).migrate();
		await (await openAs(config, root)).migrate();
		expect(() => copiesOf(config)).toThrow('ENOENT');
	});

	it('one of several processes that start at once makes the copy', async () => {
		const { root } = aLaterRelease();
		const config = await aDatabaseFor(await anEmptyPlace());
		const stores = await Promise.all([1, 2, 3].map(() => openAs(config, root)));
		// SQLite waits for the other process by standing still, so within one process only one may ask at a time.
		if (dialect === 'sqlite') for (const store of stores) await store.migrate();
		else await Promise.all(stores.map((store) => store.migrate()));
		expect(copiesOf(config)).toHaveLength(1);
	});

	it('the newest five copies stay, and what else lies there', async () => {
		const { root, tag } = aLaterRelease();
		const config = await aUsedPlace();
		const end = dialect === 'sqlite' ? '.sqlite' : '.backup.tar.gz';
		const older = [1, 2, 3, 4, 5, 6].map((day) => `before-000${9 - day}_x-2026-01-0${day}T000000Z${end}`);
		const others = ['bdhvs-2026-01-01T000000Z.backup.tar.gz', 'ghi chu.txt'];
		mkdirSync(backupsFolder(config));
		for (const name of [...older, ...others]) writeFileSync(join(backupsFolder(config), name), '');
		await (await openAs(config, root)).migrate();
		const copies = copiesOf(config);
		const added = copies.find((name) => name.includes(tag)) ?? '';
		expect(copies).toEqual([...others, ...older.slice(2), added].sort());
	});

	it('where no copy can be written, nothing is migrated, and the reason is told', async () => {
		const { root } = aLaterRelease();
		const config = await aUsedPlace();
		writeFileSync(backupsFolder(config), 'in the way');
		const store = await openAs(config, root);
		await expect(store.migrate()).rejects.toThrow(/was not migrated.*EEXIST/);
		expect(await migrationsOf(config, root)).toBe(shipped);
		rmSync(backupsFolder(config));
		await store.migrate();
		expect(await migrationsOf(config, root)).toBe(shipped + 1);
	});
});

describe('a database that a newer release made', () => {
	it('is not touched by an older one', async () => {
		const { root } = aLaterRelease();
		const config = await anEmptyPlace();
		await migrateForward(databaseOf(config), root);
		const store = await openAs(config, migrationsRoot);
		await expect(store.migrate()).rejects.toThrow('made by a newer release');
		expect(await migrationsOf(config, root)).toBe(shipped + 1);
	});
});

/** What the README says: put the copy where the database lies. */
function rollBack(copy: string, file: string): void {
	const db = new Database(copy, { readonly: true });
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	writeFileSync(file, db.serialize());
	db.close();
}

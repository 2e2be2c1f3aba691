import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { compare, moveRows } from '../../src/platform/backup/move-rows.ts';
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts';
import { writeBackup } from '../../src/platform/backup/write-backup.ts';
import { dialect } from '../../src/platform/config.ts';
import { filesOnDisk } from '../../src/platform/files/on-disk.ts';
import { filesOf } from '../../src/platform/files/store-files.ts';
import { build, databaseOf, takeSnapshot, type Database } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { openPostgres } from '../../src/platform/persistence/postgres.ts';
import type { Row } from '../../src/platform/persistence/rows.ts';
import { openSqlite } from '../../src/platform/persistence/sqlite.ts';
import type { TableShape } from '../../src/platform/persistence/shape.ts';
import { migrationsFolder, migrationsRoot } from '../../src/platform/persistence/store.ts';
import { anEmptyPlace, anEmptyPostgres, anEmptySqlite, queryPostgres } from '../support/any-database.ts';
import { anApp } from '../support/an-app.ts';
import { fillDatabase } from '../support/filled-database.ts';
import { aLaterRelease } from '../support/later-release.ts';
import { startPostgres } from '../support/postgres-server.ts';

const shipped = readJournal(migrationsFolder).length;
const quietly = { tell: () => undefined };

/** A server to move to and from: the one of the tests, or one of its own. */
let server: string;
let stop: (() => Promise<void>) | undefined;
beforeAll(async () => {
	if (dialect === 'postgres') server = inject('postgresServer');
	else ({ url: server, stop } = await startPostgres());
});
afterAll(() => stop?.());

async function onPostgres(): Promise<Database & { kind: 'postgres' }> {
	return { kind: 'postgres', url: await anEmptyPostgres(server) };
}

/** Compares two databases table by table, and tells how many rows they have. */
async function rowsInBoth(one: Database, other: Database, root = migrationsRoot): Promise<number> {
	const [a, b] = [await takeSnapshot(one, root), await takeSnapshot(other, root)];
	try {
		expect(a.shape).toEqual(b.shape);
		let rows = 0;
		for (const table of a.shape.tables) rows += (await compare(table, a, b)).rows;
		return rows;
	} finally {
		await a.close();
		await b.close();
	}
}

describe('moving an installation', () => {
	it('from SQLite to PostgreSQL and back gives the same rows, in every table', async () => {
		const [first, second, third] = [anEmptySqlite(), await onPostgres(), anEmptySqlite()];
		await fillDatabase(first, shipped, migrationsRoot);
		const there = await moveRows(first, second, quietly);
		const back = await moveRows(second, third, quietly);
		expect(there.every(({ rows }) => rows === 3)).toBe(true);
		expect(back).toEqual(there);
		expect(await rowsInBoth(first, third)).toBe(3 * there.length);
	});

	it('takes along what people did, with lessons, quizzes and records', async () => {
		const { app, house } = await anApp();
		for (const optionId of ['a', 'b'])
			await app.inject({
				method: 'POST',
				url: '/api/courses/thu/lessons/giu-ma/answers',
				headers: { host: 'hoc.test', origin: 'http://hoc.test' },
				payload: { questionId: 'giu-ma-1', optionId }
			});
		const hash = await filesOf(house).put(Buffer.from('a photo'));
		// A server that works is not moved: what it writes would stay behind. So a backup of it is.
		const place = await anEmptyPlace();
		const file = join(place.dataDir, 'backup.tar.gz');
		await writeBackup({ ...quietly, config: house.config, now: house.clock.now() }, file, null);
		await restoreBackup({ ...quietly, config: place, now: house.clock.now(), passphrase: null }, file);
		const from = databaseOf(place);
		const to = from.kind === 'postgres' ? anEmptySqlite() : await onPostgres();
		const moved = await moveRows(from, to, quietly);
		expect(moved.find(({ table }) => table === 'check_answers')).toMatchObject({ rows: 2 });
		const files = filesOnDisk(place).map((each) => each.hash);
		const inTable = moved.find(({ table }) => table === 'stored_files')?.rows;
		expect([files, inTable]).toEqual(dialect === 'sqlite' ? [[hash], 0] : [[], 1]);
		expect(await rowsInBoth(from, to)).toBeGreaterThan(60);
	});

	it('works with tables that only grow, and makes indexes for searching anew', async () => {
		const { root } = aLaterRelease();
		const [first, second, third] = [anEmptySqlite(), await onPostgres(), anEmptySqlite()];
		await fillDatabase(first, shipped + 1, root);
		await moveRows(first, second, { ...quietly, root });
		await moveRows(second, third, { ...quietly, root });
		expect(await rowsInBoth(first, third, root)).toBeGreaterThan(0);
		const search = "select count(*)::int as found from later_audit where found @@ to_tsquery('simple', 'what')";
		expect(await queryPostgres(second.url, search)).toEqual([{ found: 3 }]);
		const refused = "update later_audit set what = 'x'";
		await expect(queryPostgres(second.url, refused)).rejects.toThrow('append only');
		await expect(queryPostgres(second.url, 'delete from learners')).rejects.toThrow('foreign key');
	});

	it('refuses a database that holds something already', async () => {
		const [first, second] = [anEmptySqlite(), await onPostgres()];
		await fillDatabase(first, shipped, migrationsRoot);
		await fillDatabase(second, shipped, migrationsRoot);
		await expect(moveRows(first, second, quietly)).rejects.toThrow('holds data already');
		await expect(moveRows(second, first, quietly)).rejects.toThrow('EEXIST');
		expect(await rowsInBoth(first, second)).toBeGreaterThan(0);
	});

	it('refuses while a server works with either of them', async () => {
		const [lite, big] = [anEmptySqlite(), await onPostgres()];
		const onLite = await openSqlite(lite.file, { folder: join(migrationsRoot, 'sqlite') });
		await onLite.migrate();
		await expect(moveRows(lite, big, quietly)).rejects.toThrow('server is running');
		await onLite.close();
		const onBig = await openPostgres(big.url);
		const connected = onBig.transact(async () => {
			await expect(moveRows(lite, big, quietly)).rejects.toThrow('server is running');
		});
		await connected;
		await onBig.close();
	});

	it('leaves nothing behind where a row does not fit', async () => {
		const to = anEmptySqlite();
		const building = await build(to, { count: shipped });
		const attempts = building.shape.tables.find(({ name }) => name === 'devices') as TableShape;
		async function* lost(): AsyncGenerator<Row> {
			yield attempts.columns.map(({ kind }) => (kind === 'instant' ? '2026-01-01T00:00:00.000Z' : 'nobody'));
		}
		await building.load(attempts, lost());
		await expect(building.finish()).rejects.toThrow('missing');
		await building.close();
		expect(existsSync(to.file)).toBe(false);
	});
});

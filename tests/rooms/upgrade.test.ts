import { getTableColumns, getTableName, isTable } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeHouse, createApp } from '../../src/compose.ts';
import { dialect } from '../../src/platform/config.ts';
import { openFacts } from '../../src/platform/facts.ts';
import { consoleLog } from '../../src/platform/log.ts';
import { databaseOf, migrateForward, takeSnapshot } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import type { Row } from '../../src/platform/persistence/rows.ts';
import { shapeAt, type Shape } from '../../src/platform/persistence/shape.ts';
import { migrationsFolder, migrationsRoot } from '../../src/platform/persistence/store.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import type { Config } from '../../src/platform/config.ts';
import { aClock } from '../support/a-house.ts';
import { anEmptyPlace } from '../support/any-database.ts';
import { fillDatabase } from '../support/filled-database.ts';
import { aLaterRelease } from '../support/later-release.ts';

const journal = readJournal(migrationsFolder);

/** Every row of the database, as one object per row, by table. */
async function everything(config: Config, root: string): Promise<{ shape: Shape; tables: Record<string, object[]> }> {
	const snapshot = await takeSnapshot(databaseOf(config), root);
	try {
		const tables: Record<string, object[]> = {};
		for (const table of snapshot.shape.tables) {
			const named = (row: Row) => Object.fromEntries(table.columns.map(({ name }, i) => [name, row[i]]));
			const rows: object[] = [];
			for await (const row of snapshot.rows(table)) rows.push(named(row));
			tables[table.name] = rows;
		}
		return { shape: snapshot.shape, tables };
	} finally {
		await snapshot.close();
	}
}

/** What later migrations took away on purpose: counters that are over within minutes. */
const takenAway = ['sign_in_failures'];

/** Expects every row that was there to be there still, with every column that is left. */
function expectAllKept(before: Record<string, object[]>, after: Record<string, object[]>): void {
	for (const [table, rows] of Object.entries(before)) {
		expect(rows.length, table).toBeGreaterThan(0);
		if (takenAway.includes(table)) continue;
		expect(Object.keys(after), 'the tables').toContain(table);
		for (const row of rows) {
			const left = Object.fromEntries(Object.entries(row).filter(([name]) => name in (after[table]?.[0] ?? {})));
			expect(after[table]).toContainEqual(expect.objectContaining(left));
		}
	}
}

/** Opens the site on what is there and answers a check question, as anybody would. */
async function expectToTeach(config: Config): Promise<void> {
	const clock = aClock();
	const log = consoleLog(config);
	const store = await openStore(config);
	onTestFinished(() => store.close());
	await store.migrate();
	const facts = openFacts({ store, clock, log });
	const house = await composeHouse({
		store,
		clock,
		config,
		facts,
		secrets: secretsFrom('a secret of the upgrade'),
		log
	});
	const app = await createApp(house);
	onTestFinished(() => app.close());
	const answer = await app.inject({
		method: 'POST',
		url: '/api/courses/thu/lessons/giu-ma/answers',
		headers: { host: 'hoc.test', origin: 'http://hoc.test' },
		payload: { questionId: 'giu-ma-1', optionId: 'a' }
	});
	expect(answer.statusCode, answer.payload).toBe(200);
	expect(answer.json()).toMatchObject({ questionId: 'giu-ma-1', lesson: { answered: 1 } });
}

describe('a database of an earlier release', () => {
	it.each(journal.map(({ tag }, i) => [tag, i + 1] as const))(
		'made by the migrations up to %s keeps every row and serves the site',
		async (_tag, count) => {
			const config = await anEmptyPlace();
			await fillDatabase(databaseOf(config), count, migrationsRoot);
			const before = await everything(config, migrationsRoot);
			expect(before.shape.migrations).toHaveLength(count);
			const store = await openStore(config);
			await store.migrate().finally(() => store.close());
			const after = await everything(config, migrationsRoot);
			expect(after.shape.migrations).toHaveLength(journal.length);
			expectAllKept(before.tables, after.tables);
			await expectToTeach(config);
		}
	);

	it('keeps every row when this release is followed by another', async () => {
		const later = aLaterRelease();
		const config = await anEmptyPlace();
		await fillDatabase(databaseOf(config), journal.length, migrationsRoot);
		const before = await everything(config, migrationsRoot);
		await migrateForward(databaseOf(config), later.root);
		const after = await everything(config, later.root);
		expect(after.shape.migrations.at(-1)).toBe(later.tag);
		expect(Object.keys(after.tables)).toContain('later_audit');
		expectAllKept(before.tables, after.tables);
	});
});

describe('the notes beside the migrations', () => {
	it('name the same migrations for both databases', () => {
		const other = dialect === 'sqlite' ? 'postgres' : 'sqlite';
		const others = readJournal(migrationsFolder.replace(dialect, other));
		expect(journal.map(({ tag }) => tag)).toEqual(others.map(({ tag }) => tag));
	});

	it('tell of every declared table and column, so that backups hold them all', async () => {
		const source = join(migrationsRoot, '../src');
		const declared: Record<string, string[]> = {};
		for (const room of readdirSync(source).filter((name) => existsSync(join(source, name, 'tables.ts'))))
			for (const table of Object.values((await import(join(source, room, 'tables.ts'))) as object).filter(isTable))
				declared[getTableName(table)] = Object.values(getTableColumns(table))
					.map((column) => toSnakeCase(column.name))
					.sort();
		const noted = shapeAt(journal.length, migrationsRoot).tables.map(
			({ name, columns }) => [name, columns.map((column) => column.name).sort()] as const
		);
		expect(Object.fromEntries(noted)).toEqual(declared);
	});
});

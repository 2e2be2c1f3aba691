import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';
import { dialect, readConfig, type Config } from '../../src/platform/config.ts';
import { openFacts } from '../../src/platform/facts.ts';
import type { House } from '../../src/platform/house.ts';
import type { Log } from '../../src/platform/log.ts';
import { randomToken } from '../../src/platform/ids.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
	set(instant: Date | string): void;
	/** Lets this many milliseconds pass. */
	pass(ms: number): void;
}

export type TestHouse = House & { clock: TestClock };

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function aClock(start = '2026-11-23T02:00:00Z'): TestClock {
	let now = new Date(start);
	return {
		now: () => new Date(now),
		set: (instant) => void (now = new Date(instant)),
		pass: (ms) => void (now = new Date(now.getTime() + ms))
	};
}

/** Settings for a fresh folder that goes away after the test. */
export function aConfig(settings: Record<string, string> = {}): Config {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return readConfig({
		DATA_DIR: folder,
		CONTENT_DIR: aContentDir(join(folder, 'content')),
		ORIGIN: 'http://hoc.test',
		LOG_LEVEL: 'silent',
		...settings
	});
}

/** The small content of the tests with the shipped framework and provinces, in a folder a test may change. */
function aContentDir(folder: string): string {
	const shipped = join(import.meta.dirname, '../../content');
	cpSync(join(import.meta.dirname, 'content'), folder, { recursive: true });
	for (const file of ['framework.json', 'provinces.json']) copyFileSync(join(shipped, file), join(folder, file));
	return folder;
}

/** A house of its own on a freshly migrated database of the kind this test project runs on. */
export async function aHouse(settings: Record<string, string> = {}): Promise<TestHouse> {
	const clock = aClock();
	const config = await aDatabaseFor(aConfig(settings));
	const store = await openStore(config);
	onTestFinished(() => store.close());
	const facts = openFacts({ store, clock, log: quiet });
	return { store, clock, config, facts, secrets: secretsFrom('secret of the tests, long enough'), log: quiet };
}

/** Copies the migrated template for this test, and names the copy in the settings. */
export async function aDatabaseFor(config: Config): Promise<Config> {
	if (dialect === 'sqlite') {
		copyFileSync(inject('sqliteTemplate'), join(config.dataDir, 'hoc.sqlite'));
		return config;
	}
	const server = inject('postgresServer');
	const name = `house_${randomToken(9)
		.replace(/[^a-z0-9]/gi, '')
		.toLowerCase()}`;
	await onServer(server, `create database ${name} template template_house`);
	onTestFinished(() => onServer(server, `drop database if exists ${name} with (force)`));
	return { ...config, databaseUrl: `${server}/${name}` };
}

async function onServer(server: string, statement: string): Promise<void> {
	const client = new pg.Client(`${server}/postgres`);
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../support/postgres-server.ts';
import { SocketPhone, type Answer } from './support/a-phone.ts';
import { aSmallServer, aWholeServer, someSettings, until, type Settings } from './support/a-server.ts';
import { compareWhenQuiet, learnOnce, Ledger, rowsOf } from './support/ledger.ts';

async function aRunningServer(settings: Settings, make = aSmallServer) {
	const server = make(settings);
	await server.start();
	return server;
}

const begin = (settings: Settings) => new SocketPhone(settings.url).call('POST', '/courses/thu/attempts');

const database = ({ env }: Settings) => join(env.DATA_DIR ?? '', 'hoc.sqlite');

function expectTrouble({ status, headers, body }: Answer, code: string): void {
	expect([status, body.code, body.status]).toEqual([503, code, 503]);
	expect(body.title).toContain('thử lại sau ít phút nhé');
	expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	expect(headers.get('content-type')).toMatch('application/problem+json');
}

describe('a SQLite database', () => {
	it('that another process locks: whoever writes is told, whoever reads is served, and then all goes on', async () => {
		const settings = await someSettings();
		await aRunningServer(settings);
		const other = new Database(database(settings));
		onTestFinished(() => void other.close());
		other.exec('begin exclusive');
		const order: string[] = [];
		const writes = [begin(settings), begin(settings)].map((each) => each.finally(() => order.push('write')));
		for (let i = 0; i < 20; i++) {
			expect((await new SocketPhone(settings.url).call('GET', '/me/next')).status).toBe(200);
			order.push('read');
		}
		for (const write of writes) expectTrouble(await write, 'platform.database-busy');
		expect(order.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'read'));
		const waits = begin(settings);
		other.exec('rollback');
		expect((await waits).status).toBe(201);
		expect(await rowsOf(settings)('select id from attempts')).toHaveLength(1);
	});

	it('that another process locks: a page says so in a sentence', async () => {
		const settings = await someSettings();
		await aRunningServer(settings, aWholeServer);
		const other = new Database(database(settings));
		onTestFinished(() => void other.close());
		const phone = new SocketPhone(settings.url);
		const quiz = '/khoa-hoc/thu/kiem-tra';
		const form = { type: 'application/x-www-form-urlencoded', text: 'a=b' };
		other.exec('begin exclusive');
		const [vi, en] = await Promise.all([phone.send('POST', quiz, form), phone.send('POST', `/en${quiz}`, form)]);
		expect([vi.status, en.status]).toEqual([503, 503]);
		expect(vi.headers.get('retry-after')).toBe('10');
		expect(await vi.text()).toContain('Máy chủ đang bận. Bài của bạn chưa mất, thử lại sau ít phút nhé.');
		expect(await en.text()).toContain('The server is busy. Your work is not lost.');
		other.exec('rollback');
		expect((await phone.send('POST', quiz, form)).status).toBe(303);
	});

	it('whose disk is full: what was acknowledged is there, the rest is told, and with room all goes on', async () => {
		const settings = await someSettings();
		const server = await aRunningServer(settings);
		const rows = rowsOf(settings);
		await until(async () => (await rows('select name from schedules')).length === 13);
		const limit = (size: string) =>
			expect(spawnSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${size}`]).status).toBe(0);
		const largest = Math.max(...['', '-wal'].map((end) => statSync(database(settings) + end).size));
		limit(`${largest + 100_000}:`);
		const acknowledged: string[] = [];
		let answer = await begin(settings);
		for (let i = 0; i < 3_000 && answer.status === 201; i++) {
			acknowledged.push(answer.body.id);
			answer = await begin(settings);
		}
		expectTrouble(answer, 'platform.database-unavailable');
		expect((await new SocketPhone(settings.url).call('GET', '/me/next')).status).toBe(200);
		limit('unlimited:');
		const after = await begin(settings);
		expect(after.status).toBe(201);
		const there = (await rows('select id from attempts')).map(({ id }) => id).sort();
		expect(there).toEqual([...acknowledged, after.body.id].sort());
		expect(await rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	});

	it('whose file is gone: nothing is acknowledged that would be lost, and put back it serves again', async () => {
		const settings = await someSettings();
		await aRunningServer(settings);
		const ready = () => fetch(`${settings.url}/readyz`);
		expect((await begin(settings)).status).toBe(201);
		renameSync(database(settings), `${database(settings)}-away`);
		expectTrouble(await begin(settings), 'platform.database-unavailable');
		const unready = await ready();
		expect([unready.status, await unready.json()]).toEqual([
			503,
			{ ready: false, parts: { database: 'failing', content: 'ok', running: 'ok' } }
		]);
		expect((await fetch(`${settings.url}/healthz`)).status).toBe(200);
		renameSync(`${database(settings)}-away`, database(settings));
		expect((await begin(settings)).status).toBe(201);
		expect((await ready()).status).toBe(200);
		expect(await rowsOf(settings)('select id from attempts')).toHaveLength(2);
	});
});

describe('a PostgreSQL server', () => {
	it('that stops and comes back while people learn: told clearly, nothing lost, no restart of ours', async () => {
		const postgres = await startPostgres();
		onTestFinished(() => postgres.stop());
		const client = new pg.Client(`${postgres.url}/postgres`);
		await client.connect();
		await client.query('create database steady');
		await client.end();
		const settings = await someSettings({ DATABASE_URL: `${postgres.url}/steady` });
		const server = await aRunningServer(settings);
		const ledger = new Ledger();
		let over = false;
		const learning = Array.from({ length: 4 }, async () => {
			while (!over) await learnOnce(new SocketPhone(settings.url), ledger, () => false);
		});
		for (let i = 0; i < 3; i++) {
			await ledger.afterAcknowledging(20);
			await postgres.goDown();
			expectTrouble(await begin(settings), 'platform.database-unavailable');
			expect(await (await fetch(`${settings.url}/readyz`)).json()).toMatchObject({
				ready: false,
				parts: { database: 'failing' }
			});
			await postgres.comeBack();
		}
		await ledger.afterAcknowledging(20);
		over = true;
		await Promise.all(learning);
		expect((await begin(settings)).status).toBe(201);
		const rows = rowsOf(settings);
		await until(
			async () => (await rows("select 1 from reactions where status = 'pending' and attempts = 0")).length === 0
		);
		expect(await server.end('SIGTERM')).toBe(0);
		const later = aSmallServer({ ...settings, env: { ...settings.env, CLOCK_AHEAD_MS: '90000000' } });
		await later.start();
		await until(async () => (await rows("select 1 from reactions where status = 'pending'")).length === 0);
		await later.end('SIGTERM');
		await compareWhenQuiet(rows, ledger);
	});
});

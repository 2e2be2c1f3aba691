import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../support/postgres-server.ts';
import { SocketPhone } from './support/a-phone.ts';
import { aSmallServer, someSettings, type Settings } from './support/a-server.ts';
import { compare, learnOnce, Ledger, rowsOf } from './support/ledger.ts';

const root = join(import.meta.dirname, '../..');
let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Runs a built command as `npm run` does: its exit code, and all that it said. */
async function run({ env }: Settings, name: string, ...words: string[]): Promise<{ code: number; said: string }> {
	const file = join(root, 'build/server', `${name}.js`);
	const child = spawn(process.execPath, [file, ...words], { cwd: root, env: { ...process.env, ...env } });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const code = await new Promise<number>((resolve) => child.once('close', (given) => resolve(given ?? 1)));
	return { code, said };
}

async function learnFor({ url }: Settings, people: number): Promise<Ledger> {
	const ledger = new Ledger();
	for (let i = 0; i < people; i++) await learnOnce(new SocketPhone(url), ledger, () => false);
	return ledger;
}

describe('the commands beside a server on PostgreSQL', () => {
	it('back up while people learn, restore, check, change keys and move to SQLite, with nothing lost', async () => {
		const live = await someSettings({ DATABASE_URL: await postgres.addDatabase('live') });
		const server = aSmallServer(live);
		await server.start();
		const ledger = await learnFor(live, 3);
		const folder = join(live.folder, 'backups');
		const passphrase = { BACKUP_PASSPHRASE: 'mot cum mat khau dai' };
		const settings = { ...live, env: { ...live.env, ...passphrase } };
		const [backup] = await Promise.all([run(settings, 'backup', '--to', folder), learnFor(live, 2)]);
		expect(backup).toMatchObject({ code: 0 });
		expect(await run(live, 'audit-check')).toMatchObject({ code: 0 });
		expect(await run(live, 'keys-rotate')).toMatchObject({ code: 0 });
		const calibrated = await run(live, 'items-calibrate');
		expect(calibrated).toMatchObject({ code: 1 }); // it says what it lacks, and leaves all as it was
		expect(calibrated.said).toMatch(/^Chưa đủ câu trả lời: .*30/);
		await learnFor(live, 1); // with the new key
		await server.end('SIGTERM');

		const other = await someSettings({ DATABASE_URL: await postgres.addDatabase('other'), ...passphrase });
		const file = join(folder, readdirSync(folder)[0] ?? '');
		expect(await run(other, 'restore', file)).toMatchObject({ code: 0 });
		expect(await run(other, 'restore', file)).toMatchObject({ code: 1 }); // it is no longer empty
		await compare(rowsOf(other), ledger);

		const small = await someSettings();
		const to = `sqlite:${small.env.DATA_DIR}`;
		expect(await run(other, 'move', '--to', to)).toMatchObject({ code: 0 });
		await compare(rowsOf(small), ledger);
		const again = aSmallServer(small);
		await again.start();
		const more = await learnFor(small, 1);
		await again.end('SIGTERM');
		await compare(rowsOf(small), more);
	}, 240_000);
});

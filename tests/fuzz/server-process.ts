import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';

export interface Running {
	port: number;
	/** Of the one-time link for the first administrator. */
	token: string;
	/** The memory it holds, in MB; null where the system doesn't tell. */
	memory(): number | null;
	/** Whether it still runs. */
	alive(): boolean;
	stop(): Promise<void>;
}

/** Starts the built server on an empty folder, as `npm start` would; `databaseUrl` is empty for SQLite. */
export async function startServer(databaseUrl: string): Promise<Running> {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-fuzz-'));
	const env = {
		...process.env,
		DATA_DIR: folder,
		PORT: String(port),
		HOST: '127.0.0.1',
		LOG_LEVEL: 'error',
		ORIGIN: 'http://fuzz.test',
		DATABASE_URL: databaseUrl
	};
	const server = spawn(process.execPath, ['build/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	server.stdout.on('data', (chunk: Buffer) => {
		if (said.length < 10_000) said += chunk.toString();
		if (chunk.includes('"level":50')) process.stderr.write(chunk);
	});
	const token = await untilTold(server, () => /dau-tien\?ma=([\w-]+)/.exec(said)?.[1]);
	const stop = async () => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		if (server.exitCode === null && server.kill('SIGTERM')) await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	return { port, token, memory: () => memoryOf(server), alive: () => server.exitCode === null, stop };
}

async function untilTold(server: ChildProcess, told: () => string | undefined): Promise<string> {
	for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
		const token = told();
		if (token) return token;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('the server did not start');
}

function memoryOf({ pid }: ChildProcess): number | null {
	const file = `/proc/${pid}/status`;
	if (!existsSync(file)) return null;
	const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
	return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
}

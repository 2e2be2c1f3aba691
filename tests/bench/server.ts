import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { Profile } from './profile-summary.ts';

export const root = resolve(import.meta.dirname, '../..');

export interface RunningServer {
	readonly port: number;
	readonly origin: string;
	readonly pid: number;
	/** Takes a processor profile of the work meanwhile; only where the server was started with `profiled`. */
	recordProfile(work: () => Promise<void>): Promise<Profile>;
	/** What it logged so far; only where the server was started with `heard`. */
	said(): string;
	/** Stops it; gives how many lines it logged. */
	stop(): Promise<number>;
}

export interface Settings {
	contentDir: string;
	databaseUrl: string | null;
	/** What it logs is kept, not only counted. */
	heard?: true;
	/** The folder for its profile, where one is wanted. */
	profiled?: string;
	/** Another port than the next free one. */
	port?: number;
	/** What else its environment says. */
	more?: Readonly<Record<string, string>>;
}

export type Postgres = Awaited<ReturnType<typeof startPostgres>>;

/** The environment of a server as one starts it for real: logs on, an own data folder, a free port. */
export function environment({ port, dataDir, ...settings }: Settings & { port: number; dataDir: string }) {
	return {
		...process.env,
		DATA_DIR: dataDir,
		CONTENT_DIR: settings.contentDir,
		DATABASE_URL: settings.databaseUrl ?? '',
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: `http://127.0.0.1:${port}`,
		LOG_LEVEL: 'info',
		...settings.more,
		...(settings.profiled && { PROFILE_FOLDER: settings.profiled })
	};
}

/**
 * Starts the built server on a data folder of its own. What it logs goes into a pipe, as under systemd or in a
 * container; `wc` empties it and counts the lines.
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'bdhvs-bench-'));
	const port = settings.port ?? (await freePort());
	const pipe = join(dataDir, 'log');
	execFileSync('mkfifo', [pipe]);
	const [empty, how] = settings.heard ? (['cat', []] as const) : (['wc', ['-l']] as const);
	const reader = spawn(empty, [...how, pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
	let read = '';
	reader.stdout.on('data', (chunk: Buffer) => (read += chunk.toString()));
	const log = openSync(pipe, 'w');
	const child = spawn(
		process.execPath,
		[...(settings.profiled ? ['--import', join(import.meta.dirname, 'profile-hook.js')] : []), 'build/server/main.js'],
		{ cwd: root, env: environment({ ...settings, port, dataDir }), stdio: ['ignore', log, 'inherit'] }
	);
	closeSync(log);
	process.once('exit', () => child.kill('SIGKILL')); // where the run breaks off, its server does not stay behind
	await untilReady(child, port);
	return {
		port,
		origin: `http://127.0.0.1:${port}`,
		pid: child.pid ?? 0,
		said: () => read,
		recordProfile: (work) => recordProfile(child, settings.profiled ?? '', work),
		async stop() {
			const ended = Promise.all([exited(child), exited(reader)]);
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
			return settings.heard ? read.split('\n').length : Number.parseInt(read, 10);
		}
	};
}

async function recordProfile(child: ChildProcess, folder: string, work: () => Promise<void>): Promise<Profile> {
	child.kill('SIGUSR2');
	await pause(300);
	await work();
	child.kill('SIGUSR2');
	const file = join(folder, 'row.cpuprofile');
	while (!existsSync(file)) await pause(100);
	return JSON.parse(readFileSync(file, 'utf8')) as Profile; // V8 wrote it
}

function exited(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((done) => child.once('exit', () => done()));
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
	for (;;) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
		const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
			(answer) => answer.ok,
			() => false
		);
		if (ready) return;
		await pause(50);
	}
}

export function pause(ms: number): Promise<void> {
	return new Promise((done) => setTimeout(done, ms));
}

/** The bare `node:http` server, a process of its own. */
export async function startBareServer(): Promise<{ port: number; stop(): void }> {
	const child = fork(join(import.meta.dirname, 'bare-server.js'));
	const { port } = await new Promise<{ port: number }>((ready) => child.once('message', ready));
	return { port, stop: () => child.disconnect() };
}

/** PostgreSQL as in production: a commit is on the disk before it is told. */
export function startDurablePostgres(): Promise<Postgres> {
	return startPostgres({ durable: true });
}

/** The version a package has here. */
export function versionOf(name: string): string {
	return String(
		(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: unknown }).version
	);
}

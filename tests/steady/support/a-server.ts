import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '../../support/free-port.ts';

const root = join(import.meta.dirname, '../../..');

export interface Settings {
	env: Record<string, string>;
	folder: string;
	url: string;
}

/** A process of the server. */
export interface Server {
	readonly process: ChildProcess;
	/** Everything it has written, on both streams. */
	said(): string;
	/** Begins, and waits until it answers. */
	start(): Promise<void>;
	/** Sends a signal and waits for the end: the exit code, or the signal that ended it. */
	end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
	readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** A folder, a port and the small content of the tests, for one server after another. */
export async function someSettings(more: Record<string, string> = {}): Promise<Settings> {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-steady-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const content = join(folder, 'content');
	cpSync(join(root, 'tests/support/content'), content, { recursive: true });
	for (const file of ['framework.json', 'provinces.json'])
		copyFileSync(join(root, 'content', file), join(content, file));
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = {
		DATA_DIR: join(folder, 'data'),
		CONTENT_DIR: content,
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: url,
		DATABASE_URL: '',
		LOG_LEVEL: 'error',
		...more
	};
	return { folder, env, url };
}

/** A process of the small server that has loaded its code and waits to begin. */
export const aSmallServer = (settings: Settings) => aServer(settings, 'build/steady/small-server.js');

/** A process of the whole server, as `npm start` runs it. */
export const aWholeServer = (settings: Settings) => aServer(settings, 'build/server/main.js');

function aServer({ env, url }: Settings, file: string): Server {
	const child = spawn(process.execPath, [file], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stdin.on('error', () => undefined);
	const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
		child.once('exit', (code, signal) => resolve(code ?? signal))
	);
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	return {
		process: child,
		ended,
		said: () => said,
		async start() {
			child.stdin.write('begin\n');
			let over = false;
			void ended.then(() => (over = true));
			while (!(await answers(url))) {
				if (over) throw new Error(`the server ended before it answered:\n${said}`);
				await pause(20);
			}
		},
		end(signal) {
			child.kill(signal);
			return ended;
		}
	};
}

const answers = (url: string) =>
	fetch(`${url}/readyz`).then(
		(answer) => answer.ok,
		() => false
	);

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isSo())) await pause(20);
}

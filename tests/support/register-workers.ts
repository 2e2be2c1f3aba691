import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const file = 'build/tests/register-worker.js';

/** Processes that tell the register what is due, each killed in the middle of it. */
export class Workers {
	readonly #env: Record<string, string>;
	#running: ChildProcess[] = [];
	#said = '';

	constructor(env: Record<string, string>) {
		this.#env = env;
		onTestFinished(() => this.killAll());
	}

	static async build(): Promise<void> {
		await build({
			entryPoints: [join(root, 'tests/support/register-worker.ts')],
			outfile: join(root, file),
			bundle: true,
			platform: 'node',
			format: 'esm',
			target: 'node20',
			packages: 'external',
			logLevel: 'warning'
		});
	}

	/** Begins another one, by whose clock it is so much later; resolves when it works. */
	async begin(aheadMs: number): Promise<void> {
		const env = { ...process.env, ...this.#env, CLOCK_AHEAD_MS: String(aheadMs) };
		const child = spawn(process.execPath, [file], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
		child.stderr.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
		this.#running.push(child);
		await new Promise<void>((resolve, reject) => {
			child.stdout.once('data', () => resolve());
			child.once('exit', () => reject(new Error(`a worker ended: ${this.#said}`)));
		});
	}

	/** Kills the one that has worked for longest. */
	async killOldest(): Promise<void> {
		const child = this.#running.shift();
		if (!child) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGKILL');
		await ended;
	}

	async killAll(): Promise<void> {
		while (this.#running.length > 0) await this.killOldest();
	}

	/** What they complained of. */
	said(): string {
		return this.#said;
	}
}

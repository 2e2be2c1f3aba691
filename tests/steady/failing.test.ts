import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it.each([
	['fails', 1],
	['passes', 0]
])('a test that %s beside a PostgreSQL server ends the command with %i', (name, status) => {
	const config = 'tests/steady/support/failing/vitest.config.ts';
	const words = ['node_modules/vitest/vitest.mjs', 'run', `${name}.ts`, '--config', config];
	const ended = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
	expect(ended.stdout).toContain(status === 0 ? '1 passed' : '1 failed');
	expect(ended.stderr).not.toContain('TypeError');
	expect(ended.status).toBe(status);
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('a test that fails beside a PostgreSQL server ends the command with a failure', () => {
	const config = 'tests/steady/support/failing/vitest.config.ts';
	const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', config];
	const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
	expect(stdout).toContain('1 failed');
	expect(status).toBe(1);
});

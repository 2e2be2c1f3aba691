import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Builds the site where it has changed, and the small server of these tests beside it. */
export default async function setup(): Promise<void> {
	const site = "import('./src/commands/set-up.js').then(({ build }) => build())";
	const built = spawnSync(process.execPath, ['--input-type=module', '-e', site], { cwd: root, stdio: 'inherit' });
	if (built.status !== 0) throw new Error('the site could not be built');
	await build({
		entryPoints: [join(root, 'tests/steady/support/small-server.ts')],
		outdir: join(root, 'build/steady'),
		bundle: true,
		splitting: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		logLevel: 'warning'
	});
}

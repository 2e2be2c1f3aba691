import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a thread: beside the bundled server, or, where the sources run as they are (development, tests), bundled
 * now, because a thread of Node 20 can't run TypeScript. `folder` is where `name.ts` lies.
 */
export async function workerFile(folder: string, name: string): Promise<string> {
	const bundled = join(folder, `${name}.js`);
	if (existsSync(bundled)) return bundled;
	const { build } = await import('esbuild');
	const { outputFiles } = await build({
		entryPoints: [join(folder, `${name}.ts`)],
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		write: false
	});
	const code = outputFiles[0]?.text ?? '';
	// Inside the project, so that it finds its packages; under the name of what it holds, so that tests can share it.
	const cache = join(import.meta.dirname, '../../node_modules/.cache/threads');
	const file = join(cache, `${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
	if (existsSync(file)) return file;
	mkdirSync(cache, { recursive: true });
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, code);
	renameSync(draft, file);
	return file;
}

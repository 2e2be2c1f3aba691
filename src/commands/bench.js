// npm run bench: all the set-up, then what the built server does with a machine (tests/bench).
import { build as bundle } from 'esbuild';
import { readdirSync } from 'node:fs';
import { build, checkNode, install } from './set-up.js';

checkNode();
install('all');
build();
await bundle({
	entryPoints: readdirSync('tests/bench')
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `tests/bench/${file}`),
	outdir: 'build/bench',
	bundle: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	packages: 'external',
	logLevel: 'warning'
});
await import(new URL('../../build/bench/bench.js', import.meta.url).href);

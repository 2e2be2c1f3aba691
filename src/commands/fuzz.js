// npm run fuzz [-- --postgres --seed N --requests N]: odd requests by the ten thousands against a real server process.
import { build as bundle } from 'esbuild';
import { build, checkNode, install } from './set-up.js';

checkNode();
install('all');
build();
await bundle({
	entryPoints: ['tests/fuzz/main.ts'],
	outfile: 'build/fuzz/main.js',
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	packages: 'external',
	logLevel: 'warning'
});
await import(new URL('../../build/fuzz/main.js', import.meta.url).href);

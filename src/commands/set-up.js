// Plain JavaScript that needs no package: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
process.chdir(root);

/** Stops with a clear sentence where Node is too old to run this. */
export function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	say(`Cần Node.js 20.19 trở lên, máy này đang có ${process.versions.node}. / Node.js 20.19 or newer is needed.`);
	process.exit(1);
}

/**
 * Installs the packages of the lockfile where they are missing or have changed.
 * @param {'production' | 'all'} extent everything that the site needs, or the checks and tests as well
 */
export function install(extent) {
	const stamp = join('node_modules', '.installed');
	const lock = hashOf(['package-lock.json']);
	const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
	if (installed[0] === lock && (installed[1] === 'all' || extent === 'production')) return;
	// Where somebody has the tools for the checks already, they stay.
	const all = extent === 'all' || existsSync(join('node_modules', 'vitest'));
	say('Đang cài các gói cần dùng… / Installing packages…');
	run('npm', ['ci', ...(all ? [] : ['--omit=dev']), '--no-audit', '--no-fund']);
	writeFileSync(stamp, `${lock} ${all ? 'all' : 'production'}`);
}

/** Builds site and server where the sources have changed since the last build. */
export function build() {
	const stamp = join('build', '.built');
	const sources = hashOf([
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'tsconfig.json',
		...filesUnder('src').filter((file) => !file.endsWith('.test.ts'))
	]);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	say('Đang dựng trang… / Building…');
	rmSync('build', { recursive: true, force: true });
	run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
	run(process.execPath, ['src/commands/build-server.js']);
	writeFileSync(stamp, sources);
}

/** Runs a program with its output shown; stops with its exit code where it fails. */
export function run(program, args, env = {}) {
	const outcome = spawnSync(program, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env },
		shell: process.platform === 'win32' && program === 'npm'
	});
	if (outcome.status !== 0) process.exit(outcome.status ?? 1);
}

export function say(sentence) {
	process.stdout.write(`${sentence}\n`);
}

function filesUnder(folder) {
	return readdirSync(folder, { recursive: true })
		.map((name) => join(folder, String(name)))
		.filter((file) => statSync(file).isFile())
		.sort();
}

function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
	return hash.digest('hex');
}

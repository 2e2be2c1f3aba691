import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '../../src/platform/config.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'deploy');
const files = readdirSync(folder).sort();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const services = files.filter((name) => name.endsWith('.service'));
const examples = files.filter((name) => name.endsWith('.env.example'));

/** The lines of a unit file as `name, value`. */
function unit(name: string): [string, string][] {
	const lines = read(name)
		.split('\n')
		.filter((line) => line.includes('=') && !line.startsWith('#'));
	return lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
}

const valuesOf = (name: string, key: string) =>
	unit(name)
		.filter(([each]) => each === key)
		.map(([, value]) => value);
const valueOf = (name: string, key: string) => valuesOf(name, key)[0] ?? '';

/** What an example sets, and what it shows behind a `#`. */
function variables(name: string): { set: Record<string, string>; all: string[] } {
	const lines = [...read(name).matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)];
	const set = lines.filter(([, mark]) => mark === '').map(([, , key = '', value = '']) => [key, value]);
	return { set: Object.fromEntries(set) as Record<string, string>, all: lines.map(([, , key = '']) => key) };
}

const site = variables('bdhvs.env.example').set;
const nginx = read('nginx.conf');
const nginxCode = nginx.replaceAll(/#.*$/gm, '').replaceAll(/"[^"]*"/g, '""');

describe('the files for installing', () => {
	it('are these', () => {
		expect(files).toEqual([
			'backup.env.example',
			'bdhvs-backup.service',
			'bdhvs-backup.timer',
			'bdhvs.env.example',
			'bdhvs.service',
			'bdhvs@.service',
			'nginx.conf'
		]);
	});

	it('name only variables that are read, with values that are taken', () => {
		for (const name of examples) expect(settingNames).toEqual(expect.arrayContaining(variables(name).all));
		const all = Object.assign({}, ...examples.map((name) => variables(name).set)) as Record<string, string>;
		expect(readConfig(all)).toMatchObject({ originGiven: true, dataDir: '/var/lib/bdhvs' });
	});

	it.each(services)('%s starts a program that the build makes, with options it knows', (name) => {
		const [, variable, program = '', command = '', options = ''] =
			/^(?:\/usr\/bin\/env (\w+)=%i )?(\/usr\/bin\/node) build\/server\/([\w-]+)\.js(.*)$/.exec(
				valueOf(name, 'ExecStart')
			) ?? [];
		expect(program).toBe('/usr/bin/node');
		if (variable) expect(settingNames).toContain(variable);
		const built = readFileSync(join(root, 'src/commands/build-server.js'), 'utf8');
		const source = new RegExp(`'?\\b${command}'?: '(src/[^']+)'`).exec(built)?.[1] ?? 'nothing';
		expect(existsSync(join(root, source)), source).toBe(true);
		for (const [, option] of options.matchAll(/--([\w-]+)/g))
			expect(readFileSync(join(root, source), 'utf8')).toMatch(new RegExp(`\\b${option}\\b`));
	});

	it.each(services)('%s works in the folders that the settings name, and can write nowhere else', (name) => {
		expect(join(valueOf(name, 'WorkingDirectory'), 'content')).toBe(site['CONTENT_DIR']);
		expect(join('/var/lib', valueOf(name, 'StateDirectory'))).toBe(site['DATA_DIR']);
		expect(valueOf(name, 'ProtectSystem')).toBe('strict');
		expect(valueOf(name, 'NoNewPrivileges')).toBe('yes');
		expect(valueOf(name, 'UMask')).toBe('0077');
		expect([valueOf(name, 'User'), valueOf(name, 'Group')]).toEqual(['bdhvs', 'bdhvs']);
		for (const line of unit(name).filter(([key]) => key.startsWith('Exec')))
			for (const [path] of line[1].matchAll(/\/var\/[^ ]+/g))
				expect(path.startsWith(site['DATA_DIR'] ?? '-')).toBe(true);
	});

	it.each(services)('%s reads settings of which there is an example', (name) => {
		for (const path of valuesOf(name, 'EnvironmentFile')) {
			const example = `${path.split('/').at(-1)}.example`;
			expect(examples).toContain(example);
			expect(read(example).startsWith(`# ${path} `)).toBe(true);
		}
	});

	it('start the backup at night by its timer', () => {
		expect(services).toContain('bdhvs-backup.timer'.replace('timer', 'service'));
		expect(valueOf('bdhvs-backup.timer', 'OnCalendar')).toMatch(/ Asia\/Ho_Chi_Minh$/);
		expect(valuesOf('bdhvs-backup.service', 'EnvironmentFile')).toContain('/etc/bdhvs/backup.env');
	});
});

describe('the proxy', () => {
	it('is written without a slip: braces close, lines end', () => {
		let depth = 0;
		for (const line of nginxCode
			.split('\n')
			.map((each) => each.trim())
			.filter(Boolean)) {
			expect(line).toMatch(/[;{}]$/);
			depth += line.endsWith('{') ? 1 : line === '}' ? -1 : 0;
			expect(depth).toBeGreaterThanOrEqual(0);
		}
		expect(depth).toBe(0);
	});

	it('passes on to the ports the processes listen on', () => {
		const processes = valueOf('bdhvs.service', 'Conflicts')
			.split(' ')
			.map((name) => /@(\d+)\.service$/.exec(name)?.[1]);
		const upstreams = [...nginxCode.matchAll(/server (127\.0\.0\.1):(\d+) /g)];
		expect(upstreams.map(([, , port]) => port)).toEqual(processes);
		expect(processes).toHaveLength(2);
		for (const port of processes) expect(read('bdhvs@.service')).toContain(`bdhvs@${port}`);
		expect(nginx).toContain(`only server ${site['HOST']}:${site['PORT']};`);
		expect(nginxCode).toContain('proxy_pass http://bdhvs;');
		expect(nginxCode).toContain('upstream bdhvs {');
	});

	it('is the address people type, over TLS, and the one proxy that is trusted', () => {
		const host = new URL(site['ORIGIN'] ?? '').hostname;
		for (const [, name] of nginxCode.matchAll(/server_name (\S+);/g)) expect(name).toBe(host);
		expect(new URL(site['ORIGIN'] ?? '').protocol).toBe('https:');
		expect(nginxCode).toContain('return 301 https://$host$request_uri;');
		expect(nginxCode).toContain('listen 443 ssl;');
		expect(site['TRUSTED_PROXIES']).toBe(site['HOST']);
		for (const header of ['X-Forwarded-For $remote_addr', 'X-Forwarded-Host $host', 'X-Forwarded-Proto $scheme'])
			expect(nginxCode).toContain(`proxy_set_header ${header};`);
		// The site sends it itself, over https alone.
		expect(nginxCode).not.toContain('Strict-Transport-Security');
	});
});

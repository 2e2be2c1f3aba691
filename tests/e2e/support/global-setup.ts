import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.ts';

/** Where the tests' own site is: chosen in playwright.config.ts. */
const site = new URL(process.env.SITE ?? '');

/** Starts the built server on an empty folder of its own, as `npm start` would, and stops it at the end. */
export default async function setup(): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-e2e-'));
	const vneidPort = String(await freePort());
	const vneid = {
		VNEID_ISSUER: `http://localhost:${vneidPort}`,
		VNEID_CLIENT_ID: 'bdhvs-thu',
		VNEID_CLIENT_SECRET: 'mot-bi-mat-chi-de-thu'
	};
	const standIn = spawn(process.execPath, ['build/server/standin-vneid.js'], {
		cwd: join(import.meta.dirname, '../../..'),
		env: { ...process.env, ...vneid, ORIGIN: site.origin, STANDIN_PORT: vneidPort, STANDIN_SLOW_MS: '20000' },
		stdio: 'ignore'
	});
	const server = spawn(process.execPath, ['build/server/main.js'], {
		cwd: join(import.meta.dirname, '../../..'),
		env: {
			...process.env,
			...vneid,
			DATA_DIR: folder,
			PORT: site.port,
			HOST: '127.0.0.1',
			LOG_LEVEL: 'warn',
			DATABASE_URL: '',
			ORIGIN: site.origin
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	await untilReady(server);
	const link = /\/quan-tri\/dau-tien\?ma=[\w-]+/.exec(said)?.[0];
	if (!link) throw new Error(`the server did not say how to become the first administrator:\n${said}`);
	process.env.FIRST_ADMINISTRATOR_LINK = link;
	process.env.SITE_DATA = folder;
	writeFileSync(join(folder, 'stdout.txt'), said);
	return async () => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGTERM');
		standIn.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
}

async function untilReady(server: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 150; tries++) {
		if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
		const ready = await fetch(`http://127.0.0.1:${site.port}/healthz`).then(
			(answer) => answer.ok,
			() => false
		);
		if (ready) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('the server did not answer within 30 seconds');
}

import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicText } from '../../../src/platform/message-signature.ts';
import { secretsFrom } from '../../../src/platform/secrets.ts';
import { ownPublicKey } from '../../../src/certify/register/national-register.ts';
import { ownKey } from '../../../src/standins/register/own-key.ts';
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
	const register = await startRegister(folder);
	const server = spawn(process.execPath, ['build/server/main.js'], {
		cwd: join(import.meta.dirname, '../../..'),
		env: {
			...process.env,
			...vneid,
			...register.settings,
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
		register.process.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
}

/** The stand-in for the national register, and what the site has to know of it. */
async function startRegister(folder: string): Promise<{ process: ChildProcess; settings: Record<string, string> }> {
	const [port, own] = [String(await freePort()), join(folder, 'so-ban-tap')];
	const REGISTER_KEY = publicText(ownKey(own));
	const SESSION_SECRET = randomBytes(32).toString('hex');
	const env = { STANDIN_PORT: port, STANDIN_REGISTER_DIR: own, STANDIN_DECIDE_MS: '0', ORIGIN: site.origin };
	const child = spawn(process.execPath, ['build/server/standin-register.js'], {
		cwd: join(import.meta.dirname, '../../..'),
		env: { ...process.env, ...env, SITE_KEY: ownPublicKey(secretsFrom(SESSION_SECRET)) },
		stdio: 'ignore'
	});
	return { process: child, settings: { SESSION_SECRET, REGISTER_URL: `http://localhost:${port}`, REGISTER_KEY } };
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

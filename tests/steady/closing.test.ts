import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aWholeServer, someSettings, until, type Settings } from './support/a-server.ts';
import { freePort } from '../support/free-port.ts';

/** A connection on which a test writes byte by byte. */
async function aConnection({ env }: Settings): Promise<{ socket: Socket; got(): string; closed: Promise<void> }> {
	const socket = connect(Number(env.PORT), '127.0.0.1');
	let got = '';
	socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
	socket.on('error', () => undefined);
	const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
	await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
	onTestFinished(() => void socket.destroy());
	return { socket, got: () => got, closed };
}

const post = ({ url }: Settings, path: string, type: string, length: number) =>
	`POST ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\norigin: ${url}\r\naccept: text/html\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;

describe('a server that is told to end', () => {
	it('finishes what is in flight, of the API and of the pages, closes what waits, and ends with 0', async () => {
		const settings = await someSettings();
		const server = aWholeServer(settings);
		await server.start();
		const [api, page, idle] = [await aConnection(settings), await aConnection(settings), await aConnection(settings)];
		idle.socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n`);
		await until(() => idle.got().includes('{"ok":true}'));
		const body = JSON.stringify({ identifier: 'lan.thu', password: 'con trâu đi trước' });
		api.socket.write(post(settings, '/api/session', 'application/json', Buffer.byteLength(body)) + body.slice(0, 9));
		page.socket.write(post(settings, '/khoa-hoc/thu/kiem-tra', 'application/x-www-form-urlencoded', 3) + 'a');
		const ended = server.end('SIGTERM');
		await idle.closed;
		await expect(fetch(`${settings.url}/healthz`)).rejects.toThrow();
		api.socket.write(body.slice(9));
		page.socket.write('=b');
		await Promise.all([api.closed, page.closed]);
		expect(api.got()).toMatch(/^HTTP\/1\.1 401 /);
		expect(api.got()).toContain('identity.');
		expect(page.got()).toMatch(/^HTTP\/1\.1 303 /);
		expect(page.got()).toContain('location: /lam-bai/');
		expect(await ended).toBe(0);
	});

	it('says first that it is not ready, for as long as it is told to', async () => {
		const settings = await someSettings({ DRAIN_SECONDS: '2' });
		const server = aWholeServer(settings);
		await server.start();
		const ended = server.end('SIGTERM');
		const ready = () => fetch(`${settings.url}/readyz`);
		await until(async () => (await ready()).status === 503);
		expect(await (await ready()).json()).toMatchObject({ ready: false, parts: { running: 'closing', database: 'ok' } });
		expect((await fetch(`${settings.url}/api/programmes`)).status).toBe(200);
		expect(await ended).toBe(0);
	});

	it('ends at once when it is told twice', async () => {
		const settings = await someSettings({ DRAIN_SECONDS: '99' });
		const server = aWholeServer(settings);
		await server.start();
		void server.end('SIGTERM');
		await until(async () => (await fetch(`${settings.url}/readyz`)).status === 503);
		expect(await server.end('SIGTERM')).toBe(1);
	});
});

describe('the figures', () => {
	it('are on a port of their own, for this machine, and tell of routes by their pattern', async () => {
		const port = await freePort();
		const settings = await someSettings({ METRICS_PORT: String(port) });
		await aWholeServer(settings).start();
		await fetch(`${settings.url}/api/courses/thu`);
		// The first is rendered, the others come from memory.
		for (let i = 0; i < 3; i++) await fetch(`${settings.url}/khoa-hoc/thu`);
		expect((await fetch(`${settings.url}/metrics`)).status).toBe(404);
		const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
		expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
		const text = await answer.text();
		for (const line of [
			/^bdhvs_http_requests_total\{route="\/api\/courses\/:id",method="GET",status="2xx"\} [1-9]/m,
			/^bdhvs_http_request_seconds_bucket\{le="0\.1",route="\/api\/courses\/:id",method="GET"\} \d/m,
			/^bdhvs_pages_from_memory_total 2$/m,
			/^bdhvs_database_transactions_total\{outcome="committed"\} [1-9]/m,
			/^bdhvs_database_transaction_retries_total 0$/m,
			/^bdhvs_outbox_reactions\{status="pending"\} 0$/m,
			/^bdhvs_outbox_reactions\{status="dead"\} 0$/m,
			/^bdhvs_outbox_oldest_seconds 0$/m,
			/^bdhvs_reminder_mails_total\{outcome="given-up"\} 0$/m,
			/^bdhvs_password_queue\{state="waiting"\} 0$/m,
			/^bdhvs_release_info\{release="[\w-]+"\} 1$/m,
			/^bdhvs_release_age_seconds \d/m,
			/^process_cpu_seconds_total /m,
			/^process_resident_memory_bytes /m,
			/^nodejs_eventloop_lag_p99_seconds /m
		])
			expect(text).toMatch(line);
	});
});

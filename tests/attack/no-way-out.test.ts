import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aSite } from './a-site.ts';
import { aCast } from './cast.ts';

const sources = join(import.meta.dirname, '../../src');

/** Files of the server that open connections, each with the reason. */
const opensConnections: Record<string, string> = {
	'platform/persistence/postgres.ts': 'to the database of DATABASE_URL',
	'platform/persistence/postgres-rows.ts': 'to the same database, for backups and moving',
	'platform/http/front.ts': 'listens, and opens none',
	'platform/http/gathered-response.ts': 'answers, and opens none',
	'platform/http/metrics-server.ts': 'listens, and opens none',
	'platform/http/address.ts': 'only compares addresses',
	'standins/vneid/server.ts': 'a process of its own: listens, and opens none',
	'standins/register/server.ts': 'a process of its own: listens, and opens none',
	'standins/mail/mailbox.ts': 'a process of its own: listens, and opens none',
	'certify/register/national-register.ts': 'to the register of REGISTER_URL',
	'lib/api.ts': 'calls the API of its own process, by the fetch it is handed',
	'hooks.server.ts': 'hands that on to the API, in the process',
	'lib/check/kept.ts': 'runs in the browser',
	'lib/enhance/page.ts': 'runs in the browser',
	'lib/enhance/watching.ts': 'runs in the browser',
	'lib/offline/call-api.ts': 'runs in the browser',
	'lib/offline/site-cache.ts': 'runs in the browser',
	'service-worker.ts': 'runs in the browser'
};

it('no file of the server can ask another one for anything, but those that are known to', () => {
	const asks =
		/\bfetch\(|from '(?:node:)?(?:http2?|https|net|tls|dgram|dns)(?:\/promises)?'|\bXMLHttpRequest\b|\bWebSocket\(|new pg\.|child_process/;
	const found = readdirSync(sources, { recursive: true })
		.map((file) => String(file).replaceAll('\\', '/'))
		.filter((file) => /\.(ts|js|svelte)$/.test(file) && !/\.test\.ts$|^commands\//.test(file))
		// Types and names of statuses open nothing.
		.filter((file) =>
			asks.test(
				readFileSync(join(sources, file), 'utf8').replace(
					/^import (?:type .*|\{ STATUS_CODES, type IncomingMessage \}) from .*$/gm,
					''
				)
			)
		);
	expect(found.filter((file) => !(file in opensConnections))).toEqual([]);
});

let wentOut: string[] = [];
beforeEach(() => {
	wentOut = [];
	const connect = net.Socket.prototype.connect;
	vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
		const [to] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
		const { host, port } = (typeof to === 'object' && to !== null ? to : { port: to, host: args[1] }) as {
			host?: string;
			port?: unknown;
		};
		const where = `${host ?? 'localhost'}:${String(port)}`;
		if (!/^(127\.0\.0\.1|localhost):/.test(where)) wentOut.push(where);
		return Reflect.apply(connect, this, args) as net.Socket;
	});
});
afterEach(() => {
	vi.restoreAllMocks();
});

it('nothing that somebody types makes the server call out, wherever it is typed', async () => {
	const site = await aSite();
	const { phones, places } = await aCast(site);
	const far = 'http://169.254.169.254/latest/meta-data';
	const call = phones.root.call;
	await call('POST', '/places', {
		parentId: places.X,
		kind: 'organisation',
		name: 'Hội',
		contacts: [{ kind: 'team', name: far, address: far }]
	});
	await call('GET', `/accounts?query=${encodeURIComponent(far)}`);
	await call('POST', '/session', { identifier: far, password: far });
	const headers = {
		host: '169.254.169.254',
		'x-forwarded-host': '169.254.169.254',
		referer: far,
		origin: far,
		forwarded: `host=${far}`
	};
	for (const path of [
		'/dang-nhap?tiep=',
		'/xac-minh?ma=',
		'/lop-gan-nha?tim=',
		'/lop-gan-nha?noi=',
		'/diem-danh?ma=',
		'/diem-danh/',
		'/hien-thi?ve=',
		'/xac-minh/',
		'/media/',
		'//',
		'/'
	])
		await site.app.inject({ url: path + encodeURIComponent(far), headers });
	await site.raw(`GET ${far} HTTP/1.1\r\nHost: 169.254.169.254\r\nConnection: close\r\n\r\n`);
	expect(wentOut).toEqual([]);
	// The watch itself works: what does call out is seen.
	net
		.connect({ host: '192.0.2.1', port: 9 })
		.on('error', () => undefined)
		.destroy();
	expect(wentOut.length).toBe(1);
});

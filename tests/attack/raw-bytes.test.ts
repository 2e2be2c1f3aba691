import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createServer } from '../../src/platform/http/api.ts';
import { aConfig } from '../support/index.ts';
import { aSite } from './a-site.ts';

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const answersIn = (text: string) => text.split('HTTP/1.1 ').length - 1;
const smuggled = 'GET /api/session HTTP/1.1\r\nHost: hoc.test\r\n\r\n';

describe('a request that two servers could read in two ways', () => {
	it.each([
		['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
		['two lengths', 'Content-Length: 0\r\nContent-Length: 44\r\n\r\n'],
		['a length with a sign', 'Content-Length: +0\r\n\r\n'],
		['an unknown coding', 'Transfer-Encoding: x, chunked, x\r\n\r\n0\r\n\r\n'],
		['a coding in disguise', 'Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n'],
		['a chunk with a wrong size', 'Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n'],
		['a folded head', 'X: a\r\n b\r\nContent-Length: 0\r\n\r\n']
	])('is refused whole: %s', async (_what, rest) => {
		const site = await aSite();
		const answer = await site.raw(
			`POST /api/session HTTP/1.1\r\nHost: hoc.test\r\nContent-Type: application/json\r\n${rest}${smuggled}`
		);
		expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
		expect(answersIn(answer)).toBe(1);
	});

	it('is read as one where it names a whole address: the host it names counts for nothing', async () => {
		const site = await aSite();
		const answer = await site.raw(
			'GET http://evil.example/dang-nhap HTTP/1.1\r\nHost: hoc.test\r\nConnection: close\r\n\r\n'
		);
		expect(statusOf(answer)).toBe(200);
		expect(answer).not.toContain('evil.example');
	});

	it('is refused without a host', async () => {
		const site = await aSite();
		expect(statusOf(await site.raw('GET / HTTP/1.1\r\n\r\n'))).toBe(400);
	});
});

describe('a body', () => {
	it('that comes compressed is not unpacked, however little of it there is', async () => {
		const site = await aSite();
		const bomb = Buffer.alloc(20_000_000, '{"a":1,');
		for (const [coding, payload] of [
			['gzip', gzipSync(bomb)],
			['br', brotliCompressSync(bomb)],
			['deflate', Buffer.from('x')]
		] as const) {
			for (const [url, type] of [
				['/api/session', 'application/json'],
				['/dang-nhap', 'application/x-www-form-urlencoded']
			] as const) {
				const headers = {
					host: 'hoc.test',
					origin: 'http://hoc.test',
					'content-encoding': coding,
					'content-type': type
				};
				const { statusCode } = await site.app.inject({ method: 'POST', url, headers, payload });
				expect(statusCode, `${coding} ${url}`).toBeGreaterThanOrEqual(400);
				expect(statusCode, `${coding} ${url}`).toBeLessThan(500);
			}
		}
	});

	it('that is too large is refused, with or without a length, and in words', async () => {
		const site = await aSite();
		const large = 'a'.repeat(300_000);
		const head = 'Host: hoc.test\r\nOrigin: http://hoc.test\r\nAccept: text/html\r\nConnection: close\r\n';
		const chunked = `Transfer-Encoding: chunked\r\n\r\n${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
		const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
		const json = 'Content-Type: application/json\r\n';
		for (const request of [
			`POST /api/session HTTP/1.1\r\n${head}${json}${chunked}`,
			`POST /api/session HTTP/1.1\r\n${head}${json}Content-Length: ${large.length}\r\n\r\n${large}`,
			`POST /dang-nhap HTTP/1.1\r\n${head}${form}${chunked}`,
			`POST /dang-nhap HTTP/1.1\r\n${head}${form}Content-Length: ${large.length}\r\n\r\n${large}`
		]) {
			const answer = await site.raw(request);
			expect(statusOf(answer), request.slice(0, 30)).toBe(413);
			expect(Buffer.from(answer, 'latin1').toString()).toMatch(/quá (nhiều|dài|lớn)/i);
		}
	});

	it('that trickles in is not waited for for ever, nor is a head', async () => {
		const { app } = await aSite();
		const { requestTimeout, headersTimeout, keepAliveTimeout } = app.server;
		for (const ms of [requestTimeout, headersTimeout, keepAliveTimeout]) {
			expect(ms).toBeGreaterThan(0);
			expect(ms).toBeLessThanOrEqual(120_000);
		}
		const { connectionsCheckingInterval } = app.server as unknown as { connectionsCheckingInterval?: number }; // Node keeps it to itself
		expect(connectionsCheckingInterval ?? 30_000).toBeLessThanOrEqual(30_000);
	});
});

describe('who a proxy says is asking', () => {
	it.each([
		['', '127.0.0.1'],
		['10.9.8.7', '127.0.0.1'],
		['127.0.0.1', '1.2.3.4']
	])('is believed only of our own proxies (%s)', async (TRUSTED_PROXIES, seen) => {
		const app = createServer(aConfig({ TRUSTED_PROXIES }));
		app.get('/who', (request) => ({ ip: request.ip, host: request.host, protocol: request.protocol }));
		const headers = { host: 'hoc.test', 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.example' };
		const { ip, host } = (await app.inject({ url: '/who', remoteAddress: '127.0.0.1', headers })).json();
		expect(ip).toBe(seen);
		if (seen === '127.0.0.1') expect(host).toBe('hoc.test');
	});
});

import { createServer, get, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { GatheredResponse } from './gathered-response.ts';

async function serving(answer: RequestListener): Promise<number> {
	const server = createServer({ ServerResponse: GatheredResponse }, answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return (server.address() as AddressInfo).port;
}

const text = (port: number) =>
	new Promise<string>((resolve, reject) =>
		get({ port, host: '127.0.0.1', agent: false }, (response) => {
			let body = '';
			response.on('data', (chunk: Buffer) => (body += chunk.toString()));
			response.on('end', () => resolve(body));
		}).on('error', reject)
	);

/** All that comes back for bytes sent on one connection until it is closed. */
const conversation = (port: number, sent: string) =>
	new Promise<string>((resolve, reject) => {
		let came = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(sent));
		socket.on('data', (chunk) => (came += chunk.toString()));
		socket.on('close', () => resolve(came));
		socket.on('error', reject);
	});

it('answers that end in one turn leave together, when all of them have ended', async () => {
	const order: string[] = [];
	const waiting: (() => void)[] = [];
	const port = await serving((_request, response) => {
		const { socket } = response;
		for (const write of ['_write', '_writev'] as const) {
			const plainly = socket?.[write]?.bind(socket) as ((...given: unknown[]) => void) | undefined;
			if (socket && plainly)
				socket[write] = (...given: unknown[]) => {
					order.push('sent');
					plainly(...given);
				};
		}
		waiting.push(() => {
			response.end('hello');
			order.push(response.writableEnded ? 'ended' : 'open');
		});
		if (waiting.length === 2) for (const end of waiting) end();
	});
	expect(await Promise.all([text(port), text(port)])).toEqual(['hello', 'hello']);
	expect(order).toEqual(['ended', 'ended', 'sent', 'sent']);
});

it('requests sent one behind the other on a connection are answered in their order, and the last one closes it', async () => {
	const port = await serving((request, response) => void response.end(request.url));
	const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: a\r\n${more}\r\n`;
	const came = await conversation(port, ask('/one') + ask('/two') + ask('/three', 'connection: close\r\n'));
	expect(came.match(/\/(one|two|three)/g)).toEqual(['/one', '/two', '/three']);
});

it('an answer that can’t be sent breaks off and holds up nobody else’s', async () => {
	const waiting: (() => void)[] = [];
	const port = await serving((request, response) => {
		// No text and no bytes: Node refuses it.
		waiting.push(() => void response.end(request.url === '/broken' ? (7 as unknown as string) : 'whole'));
		if (waiting.length === 2) for (const end of waiting) end();
	});
	const broken = conversation(port, 'GET /broken HTTP/1.1\r\nhost: a\r\n\r\n').catch(() => '');
	await vi.waitUntil(() => waiting.length === 1);
	expect(await text(port)).toBe('whole');
	expect(await broken).toBe('');
});

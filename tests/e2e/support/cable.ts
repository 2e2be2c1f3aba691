import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Phone {
	context: BrowserContext;
	/** Aeroplane mode, for pages and service worker alike. */
	cut(): Promise<void>;
	mend(): Promise<void>;
	/** From now on the site's service worker comes as it is; before, for an `older` phone, as another one. */
	update(): void;
	close(): Promise<void>;
}

/**
 * A phone whose network really goes away: all it asks for goes through a proxy of its own, which the test cuts. The
 * browser's own aeroplane mode leaves its service worker connected.
 */
export async function aPhone(
	browser: Browser,
	{ older = false, ...options }: BrowserContextOptions & { older?: boolean } = {}
): Promise<Phone> {
	let [whole, old] = [true, older];
	const proxy = createServer((request, response) => {
		if (!whole) request.socket.destroy();
		else pass(request, response, old && request.url?.endsWith('/service-worker.js') === true);
	});
	proxy.on('connection', (socket) => void (whole || socket.destroy()));
	proxy.on('connect', tunnel);
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const address = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('the proxy listens on a port');
	const context = await browser.newContext({
		viewport: { width: 360, height: 780 },
		...options,
		proxy: { server: `http://127.0.0.1:${address.port}`, bypass: '<-loopback>' }
	});
	return {
		context,
		async cut() {
			whole = false;
			proxy.closeAllConnections();
			await context.setOffline(true);
		},
		async mend() {
			whole = true;
			await context.setOffline(false);
		},
		update: () => void (old = false),
		async close() {
			await context.close();
			proxy.closeAllConnections();
			proxy.close();
		}
	};
}

/** What Playwright itself asks for goes through a tunnel. */
function tunnel({ url = '' }: IncomingMessage, socket: Duplex): void {
	const [host, port] = url.split(':');
	const onward = connect(Number(port), host, () => {
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		socket.pipe(onward).pipe(socket);
	});
	for (const each of [onward, socket]) each.on('error', () => (onward.destroy(), socket.destroy()));
}

function pass(request: IncomingMessage, response: ServerResponse, asBefore: boolean): void {
	const { method, headers, url = '' } = request;
	const onward = ask(new URL(url), { method, headers }, (answer) => {
		if (asBefore) {
			response.writeHead(200, { 'content-type': 'text/javascript' });
			response.end(
				'/* of before the update: it only takes over */ onactivate = (event) => event.waitUntil(clients.claim());'
			);
			answer.resume();
			return;
		}
		response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
		answer.pipe(response);
	});
	onward.on('error', () => response.destroy());
	request.pipe(onward);
}

import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { securityHeaders } from './headers.ts';

const statuses = new Map([
	['HPE_HEADER_OVERFLOW', 431],
	['ERR_HTTP_REQUEST_TIMEOUT', 408]
]);

/**
 * Answers bytes that are no request, or one too slow or with too long a head, and closes the connection. No route has seen
 * it, so the headers that every answer carries are written here.
 */
export function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
	if (error.code === 'ECONNRESET' || socket.destroyed) return;
	const status = statuses.get(error.code ?? '') ?? 400;
	const headers = { ...securityHeaders, 'cache-control': 'no-store', 'content-length': '0', connection: 'close' };
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`);
	socket.destroy(error);
}

/** The path of a request that names a whole address (`GET http://somewhere/path`), as proxies may: whose it is, Host says. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
	const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
	return path.startsWith('/') ? path : `/${path}`;
}

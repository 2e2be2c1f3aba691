import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';

/** A key pressed once under `npm start` can arrive twice: from the terminal and from npm. */
const sameKeyMs = 300;

/**
 * At SIGTERM or Ctrl+C does `close` and ends with 0, or with 1 where that takes longer than `longestMs`; a second signal
 * ends at once.
 */
export function closeOnSignal(log: Log, { close, longestMs }: { close(): Promise<void>; longestMs: number }): void {
	let begunAt = 0;
	const onSignal = (signal: NodeJS.Signals) => {
		const now = Date.now();
		if (begunAt > 0 && signal === 'SIGINT' && now - begunAt < sameKeyMs) return;
		if (begunAt > 0) process.exit(1);
		begunAt = now;
		log.info({ signal }, 'closing: requests in flight are finished first');
		setTimeout(() => {
			log.error({}, 'closing took too long: whatever was still running is cut off');
			process.exit(1);
		}, longestMs).unref();
		close().then(
			() => process.exit(0),
			(error: unknown) => {
				log.error({ err: error }, 'closing failed');
				process.exit(1);
			}
		);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
}

/**
 * Takes no new connections, closes those that wait, finishes the requests in flight, and cuts off what lasts longer
 * than `longestMs`. The application goes on working meanwhile: a page in flight still asks its own API.
 */
export async function finishRequests(server: Server, longestMs: number): Promise<void> {
	server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
	const over = new AbortController();
	const closed = new Promise<void>((resolve) => server.close(() => resolve())).finally(() => over.abort());
	const end = Date.now() + longestMs;
	while (!over.signal.aborted) {
		if (Date.now() < end) server.closeIdleConnections();
		else server.closeAllConnections();
		await Promise.race([closed, pause(50)]);
	}
}

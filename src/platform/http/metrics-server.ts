import { createServer, type Server } from 'node:http';
import type { Config } from '../config.ts';
import { registry, watchProcess } from '../metrics.ts';

/**
 * Serves `/metrics` on a port of its own, by default for this machine alone, so that no proxy in front of the site can
 * hand it to the world by mistake. Null where METRICS_PORT is not set.
 */
export async function serveMetrics(config: Config): Promise<{ close(): Promise<void> } | null> {
	if (config.metricsPort === null) return null;
	watchProcess();
	const server = createServer((request, response) => {
		if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') {
			response.writeHead(404).end();
			return;
		}
		registry.metrics().then(
			(text) =>
				response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text),
			() => response.writeHead(500).end()
		);
	});
	await listening(server, config.metricsPort, config.metricsHost);
	return {
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

function listening(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
}

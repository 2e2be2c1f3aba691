import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { GatheredResponse } from './gathered-response.ts';

/**
 * Takes a request over, or says that it can't: then the request goes the whole way through Fastify. One that was taken
 * over may still be given to `behind` later, as long as nothing was sent.
 */
export type Front = (request: IncomingMessage, response: ServerResponse, behind: RequestListener) => boolean;

declare module 'fastify' {
	interface FastifyInstance {
		front: FrontDesk;
	}
}

/** How long a connection may stay open without a request: longer than proxies keep theirs, so that they close first. */
const keepAliveMs = 72_000;

/**
 * A place before Fastify for answers that lie ready as they are: pages that are the same for everyone. Most of the first
 * evening's requests are for those, and the hooks on the way to them cost more than sending them.
 */
export class FrontDesk {
	readonly #fronts: Front[] = [];

	/** From now on this front is asked, after those that are there already. */
	place(front: Front): void {
		this.#fronts.push(front);
	}

	/** The server Fastify listens with: what the front leaves goes to `behind`. */
	server(behind: RequestListener, requestTimeoutMs: number): Server {
		const server = createServer({ ServerResponse: GatheredResponse }, (request, response) => {
			if (!this.#fronts.some((front) => front(request, response, behind))) behind(request, response);
		});
		server.requestTimeout = requestTimeoutMs;
		server.keepAliveTimeout = keepAliveMs;
		return server;
	}
}

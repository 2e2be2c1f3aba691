import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { GatheredResponse } from './gathered-response.ts';

/** Answers a request at once, or says that it can't: then the request goes the whole way through Fastify. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean;

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
	#front: Front = () => false;

	/** From now on this front is asked first. */
	place(front: Front): void {
		this.#front = front;
	}

	/** The server Fastify listens with: what the front leaves goes to `behind`. */
	server(behind: RequestListener, requestTimeoutMs: number): Server {
		const server = createServer({ ServerResponse: GatheredResponse }, (request, response) => {
			if (!this.#front(request, response)) behind(request, response);
		});
		server.requestTimeout = requestTimeoutMs;
		server.keepAliveTimeout = keepAliveMs;
		return server;
	}
}

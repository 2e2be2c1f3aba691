import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../actor.ts';
import type { Config } from '../config.ts';
import { preferredLang } from '../messages/index.ts';
import { mayCall } from './access.ts';
import { answerNote } from './counting.ts';
import type { Front } from './front.ts';
import { securityHeaders, strictTransport } from './headers.ts';

/** Who asks for something of her own: nothing else of the request counts. */
export type Asker = Pick<FastifyRequest, 'actor' | 'cookies'>;

declare module 'fastify' {
	interface FastifyContextConfig {
		/**
		 * Marks a read without parameters that pages make at every step: for somebody who is signed in it is answered
		 * before Fastify. The route's handler gives the same.
		 */
		ownRead?: (asker: Asker) => Promise<object>;
	}
}

type Cookies = Record<string, string | undefined>;

export interface OwnReadParts {
	readonly config: Config;
	parseCookies(header: string): Cookies;
	/** Who asks, where a good access token alone says so; null for everyone else. */
	actorOf(cookies: Cookies): Promise<Omit<Actor, 'lang'> | null>;
}

interface OwnRead {
	readonly path: string;
	readonly access: RouteOptions['config'];
	readonly read: (asker: Asker) => Promise<object>;
	/** Made by Fastify from the route's schema; known once it has answered there. */
	serialize: ((answer: object) => string) | null;
}

/**
 * The reads of one's own that pages make at every step. The way through Fastify's hooks costs twice the read itself; so
 * for somebody with a good access token they are answered before it, by the same handler, schema and rule of access.
 * Whatever is not plain (a renewal, a visitor, a bearer token, a failure) goes the whole way.
 */
export class OwnReads {
	readonly #reads = new Map<string, OwnRead>();

	/** Notes a route that is one. */
	note({ url, config }: RouteOptions): void {
		if (config?.ownRead) this.#reads.set(url, { path: url, access: config, read: config.ownRead, serialize: null });
	}

	/** Learns from an answer of Fastify's how the route's schema writes it. */
	learn({ routeOptions }: FastifyRequest, reply: FastifyReply): void {
		const read = routeOptions.config.ownRead && this.#reads.get(routeOptions.url ?? '');
		if (!read || read.serialize) return;
		const serialize = reply.getSerializationFunction('200');
		read.serialize = (serialize as ((answer: object) => string) | undefined) ?? null;
	}

	front(parts: OwnReadParts): Front {
		const headers = alwaysSent(parts.config);
		const note = answerNote(parts.config);
		return (request, response, behind) => {
			const own = this.#reads.get(request.url ?? '');
			if (!own?.serialize || !isPlain(request)) return false;
			const startedAt = performance.now();
			answerOf(parts, own, request.headers).then(
				(answer) => {
					if (answer === null) return behind(request, response);
					send(response, headers, answer);
					note({ route: own.path, method: 'GET', status: 200, ms: performance.now() - startedAt });
				},
				() => behind(request, response) // there it fails again, and is told as every failure is
			);
			return true;
		};
	}
}

/** A read without a body, by a browser's cookies. */
function isPlain({ method, headers }: IncomingMessage): boolean {
	return (
		method === 'GET' &&
		headers.cookie !== undefined &&
		headers.authorization === undefined &&
		headers['content-length'] === undefined &&
		headers['transfer-encoding'] === undefined
	);
}

async function answerOf(parts: OwnReadParts, own: OwnRead, headers: IncomingHttpHeaders): Promise<string | null> {
	const cookies = parts.parseCookies(headers.cookie ?? '');
	const known = await parts.actorOf(cookies);
	if (!known) return null;
	const actor: Actor = { ...known, lang: preferredLang(headers['accept-language']) };
	if (!mayCall(actor, own.access?.access)) return null;
	return own.serialize?.(await own.read({ actor, cookies })) ?? null;
}

function alwaysSent(config: Config): readonly string[] {
	return Object.entries({
		...securityHeaders,
		...(config.origin.startsWith('https:') && { 'strict-transport-security': strictTransport }),
		'cache-control': 'no-store',
		'content-type': 'application/json; charset=utf-8'
	}).flat();
}

function send(response: ServerResponse, headers: readonly string[], answer: string): void {
	response.writeHead(200, [...headers, 'content-length', String(Buffer.byteLength(answer))]);
	response.end(answer);
}

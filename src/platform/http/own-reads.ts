import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { preferredLang } from '../messages/index.ts';
import { mayCall } from './access.ts';
import { answerNote } from './counting.ts';
import type { Front } from './front.ts';
import { securityHeaders, strictTransport } from './headers.ts';
import { KeptAnswers, type Place } from './kept-answers.ts';

/** Who asks for something of her own: nothing else of the request counts. */
export type Asker = Pick<FastifyRequest, 'actor' | 'cookies'>;

declare module 'fastify' {
	interface FastifyContextConfig {
		/**
		 * Marks a read without parameters that pages make at every step: for somebody who is signed in it is answered
		 * before Fastify. The route's handler gives the same.
		 */
		ownRead?: OwnReading;
	}
}

/**
 * How such a read is answered, and what its answer rests on: who asks, the version of her progress, the language, and
 * what is named here. As long as all of that is the same, so is the answer.
 */
interface OwnReading {
	read(asker: Asker): Promise<object>;
	/** What else it rests on: strings, and objects that are never changed, only replaced. */
	restsOn(asker: Asker): readonly unknown[];
	/** Until when time alone changes nothing in it, in milliseconds of the epoch. */
	staysUntil(asker: Asker, now: Date): number;
}

/** Somebody who is known, and a version of all that is kept of her progress: the same version, the same progress. */
export interface Known {
	readonly actor: Omit<Actor, 'lang'>;
	/** Null as long as nothing is kept. */
	readonly version: string | null;
}

type Cookies = Record<string, string | undefined>;

export interface OwnReadParts {
	readonly config: Config;
	readonly clock: Clock;
	parseCookies(header: string): Cookies;
	/** Who asks, where a good access token alone says so; null for everyone else. */
	actorOf(cookies: Cookies): Promise<Known | null>;
}

interface OwnRead {
	readonly path: string;
	readonly access: RouteOptions['config'];
	readonly reading: OwnReading;
	readonly kept: KeptAnswers;
	/** Made by Fastify from the route's schema; known once it has answered there. */
	serialize: ((answer: object) => string) | null;
}

/**
 * The reads of one's own that pages make at every step. The way through Fastify's hooks costs twice the read itself; so
 * for somebody with a good access token they are answered before it, by the same handler, schema and rule of access.
 * Whatever is not plain (a renewal, a visitor, a bearer token, a failure) goes the whole way. What a browser was told
 * last is kept, and told again as long as all it rests on is the same; the database is asked for that each time.
 */
export class OwnReads {
	readonly #reads = new Map<string, OwnRead>();

	/** Notes a route that is one. */
	note({ url, config }: RouteOptions): void {
		if (!config?.ownRead) return;
		const own = { path: url, access: config, reading: config.ownRead, kept: new KeptAnswers(), serialize: null };
		this.#reads.set(url, own);
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

async function answerOf(parts: OwnReadParts, own: OwnRead, headers: IncomingHttpHeaders): Promise<Buffer | null> {
	const cookies = parts.parseCookies(headers.cookie ?? '');
	const known = await parts.actorOf(cookies);
	if (!known) return null;
	const { actor: who, version } = known;
	const actor: Actor = { ...who, lang: preferredLang(headers['accept-language']) };
	if (!mayCall(actor, own.access?.access)) return null;
	const asker = { actor, cookies };
	const now = parts.clock.now();
	// All of it is looked at before the read, which may see what is newer but nothing that is older.
	const basis = [actor.accountId, actor.learnerId, version, actor.lang, ...own.reading.restsOn(asker)];
	const place = { key: actor.sessionId ?? '', basis, now: now.getTime() };
	return own.kept.find(place) ?? answeredAnew(own, asker, { ...place, until: own.reading.staysUntil(asker, now) });
}

async function answeredAnew(own: OwnRead, asker: Asker, place: Place & { until: number }): Promise<Buffer | null> {
	const text = own.serialize?.(await own.reading.read(asker));
	if (text === undefined) return null;
	const answer = Buffer.from(text);
	own.kept.keep(place, answer);
	return answer;
}

function alwaysSent(config: Config): readonly string[] {
	return Object.entries({
		...securityHeaders,
		...(config.origin.startsWith('https:') && { 'strict-transport-security': strictTransport }),
		'cache-control': 'no-store',
		'content-type': 'application/json; charset=utf-8'
	}).flat();
}

function send(response: ServerResponse, headers: readonly string[], answer: Buffer): void {
	response.writeHead(200, [...headers, 'content-length', String(answer.length)]);
	response.end(answer);
}

import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
	LogController,
	type FastifyInstance,
	type FastifyPluginAsync,
	type FastifyReply,
	type FastifyRequest,
	type FastifyServerFactory,
	type FastifyServerOptions
} from 'fastify';
import type { Actor } from '../actor.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { logLines } from '../log.ts';
import { preferredLang } from '../messages/index.ts';
import { refusal } from '../refusal.ts';
import { requireAccess } from './access.ts';
import { cameThroughProxy } from './address.ts';
import { FrontDesk } from './front.ts';
import { compiledOnce } from './compiled-schemas.ts';
import { cookieParser, registerCookies } from './cookies.ts';
import { countAnswer } from './counting.ts';
import { securityHeaders, strictTransport } from './headers.ts';
import { OwnReads, type OwnReadParts } from './own-reads.ts';
import { answerError, sendProblem, usualWait } from './problems.ts';
import { newRequestId } from './request-id.ts';
import { answerNoRequest, pathOf } from './unreadable.ts';

export type Api = FastifyInstance;

const foreignOrigin = refusal('forbidden', 'platform.foreign-origin');

/** The largest body the API takes, in bytes: a pasted list of villages fits many times over. */
const bodyLimit = 256 * 1024;

/** How long a request may take to come in: the largest form on the weakest network, not for ever. */
const longestRequestMs = 120_000;

export interface ApiParts {
	/** Says who is asking; may set cookies (a renewed session). */
	authenticate(request: FastifyRequest, reply: { header(name: string, value: string): unknown }): Promise<Actor>;
	/** Who is asking, where a good access token alone says so; null for everyone else. */
	actorOf: OwnReadParts['actorOf'];
	/** Refuses whoever must learn how to keep people's data before she sees any: see `showsPeople`. */
	beforePeople(actor: Actor): Promise<void>;
	/** The rooms' plugins, all mounted under `/api`. */
	rooms: readonly FastifyPluginAsync[];
}

/** The bare server: request ids, logs without personal data (route patterns, never addresses), security headers. */
export function createServer(config: Config): Api {
	const options: FastifyServerOptions = {
		logger: config.logLevel === 'silent' ? false : { level: config.logLevel, serializers, stream: logLines },
		genReqId: newRequestId,
		logController: new LogController({ disableRequestLogging: true }),
		trustProxy: config.trustedProxies,
		bodyLimit,
		schemaController: { compilersFactory: compiledOnce },
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
		routerOptions: { maxParamLength: 200 },
		frameworkErrors: answerUnreadableAddress,
		rewriteUrl: pathOf,
		clientErrorHandler: answerNoRequest
	};
	const front = new FrontDesk();
	const serverFactory: FastifyServerFactory = (behind) => front.server(behind, longestRequestMs);
	const app = fastify({ ...options, serverFactory });
	app.decorate('front', front);
	app.setErrorHandler(answerError);
	// Fastify's own would repeat the address, in its answer and in the log.
	app.setNotFoundHandler((request, reply) => {
		request.lang = preferredLang(request.headers['accept-language']);
		sendProblem(request, reply, { status: 404, code: 'platform.no-such-address' });
	});
	app.addHook('onSend', async (_request, reply) => {
		for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) reply.header(name, value);
		if (reply.statusCode === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', String(usualWait));
		if (config.origin.startsWith('https:')) reply.header('strict-transport-security', strictTransport);
		// No cache keeps an error, or what nobody said may be kept.
		const kept = String(reply.getHeader('cache-control') ?? '');
		if (kept === '' || (reply.statusCode >= 400 && !kept.includes('no-store')))
			reply.header('cache-control', 'no-store');
	});
	app.addHook('onResponse', (request, reply, done) => {
		noteAnswer(request, reply);
		done();
	});
	return app;
}

/** Counts an answer and logs that it was given: under its route, never its address. */
function noteAnswer(
	{ method, routeOptions, log }: FastifyRequest,
	{ statusCode: status, elapsedTime: ms }: FastifyReply
) {
	const route = routeOptions.url;
	countAnswer({ method, route, status, ms });
	log.info({ method, route, status, ms: Math.round(ms) }, 'answered');
}

/** An address that can't be read (a broken escape, a part as long as a letter) is told like any unknown one. */
function answerUnreadableAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
	const lang = preferredLang(request.headers['accept-language']);
	for (const [name, value] of Object.entries({ ...securityHeaders, 'cache-control': 'no-store' }))
		reply.header(name, value);
	if (request.url.startsWith('/api/'))
		sendProblem(Object.assign(request, { lang }), reply, { status: 404, code: 'platform.no-such-address' });
	else void reply.redirect(lang === 'en' ? '/en/loi/404' : '/loi/404', 303);
}

/** What log lines say of a request and of an error; by default they would hold addresses, of pages and of people. */
const serializers = {
	err: plainError,
	req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url })
};

/** What a log line says of an error: its kind and its place in the code; a database error's values stay out. */
function plainError(error: Error & { code?: unknown; cause?: unknown }) {
	const cause = error.cause instanceof Error ? error.cause : undefined;
	const told = error.message.startsWith('Failed query') ? 'Failed query' : error.message;
	return {
		type: error.name,
		message: told,
		code: String(error.code ?? ''),
		...(cause && { cause: cause.message }),
		stack: (error.stack ?? '')
			.split('\n')
			.filter((line) => line.startsWith('    at '))
			.join('\n')
	};
}

/** The OpenAPI document; of every route it says who may call it: a test walks them all and tries to get in without. */
const description: FastifyDynamicSwaggerOptions = {
	openapi: {
		openapi: '3.1.0',
		info: {
			title: 'Bình dân học vụ số',
			version: '1',
			description: 'The one door to the platform: the pages use it too.'
		}
	},
	transform: ({ schema, url, route }) => ({ schema: { ...schema, 'x-access': route.config?.access }, url })
};

/** Mounts the API: who is asking, who may, errors as problem documents, and the description made from the schemas. */
export async function mountApi(app: Api, house: House, parts: ApiParts): Promise<void> {
	await registerCookies(app, house.config);
	await app.register(swagger, description);
	const ownReads = new OwnReads();
	const parseCookies = cookieParser(app, house.config);
	app.front.place(ownReads.front({ config: house.config, clock: house.clock, parseCookies, actorOf: parts.actorOf }));
	await app.register(
		async (api) => {
			api.removeContentTypeParser('text/plain');
			api.decorateRequest('actor', null as unknown as Actor); // set by the hook below before any handler
			api.decorateRequest('lang', 'vi');
			api.setNotFoundHandler((request, reply) =>
				sendProblem(request, reply, { status: 404, code: 'platform.no-such-address' })
			);
			api.addHook('onRoute', (route) => {
				const internal = route.url.startsWith('/api/docs');
				if (!internal && route.config?.access === undefined)
					throw new Error(`route ${route.url} does not say who may call it`);
				ownReads.note(route);
			});
			api.addHook('onResponse', (request, reply, done) => {
				ownReads.learn(request, reply);
				done();
			});
			const noteProxy = proxyNote(house);
			api.addHook('onRequest', async (request, reply) => {
				request.lang = preferredLang(request.headers['accept-language']);
				void reply.header('cache-control', 'no-store');
				noteProxy(request);
				refuseForeignWrites(request, house.config);
				request.actor = { ...(await parts.authenticate(request, reply)), lang: request.lang };
				requireAccess(request);
				if (request.routeOptions.config.showsPeople) await parts.beforePeople(request.actor);
			});
			for (const room of parts.rooms) await api.register(room);
			await api.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
		},
		{ prefix: '/api' }
	);
}

/** Says once in the log that there is a proxy which TRUSTED_PROXIES does not name: limits per address need to know it. */
function proxyNote({ config, log }: House): (request: FastifyRequest) => void {
	let said = Boolean(config.trustedProxies);
	return ({ headers }) => {
		if (said || !cameThroughProxy((name) => headers[name] !== undefined)) return;
		said = true;
		log.warn({}, 'requests come through a proxy that TRUSTED_PROXIES does not name: see README.md');
	};
}

/**
 * A browser sends cookies along with whatever any site makes it send; a write that carries them must come from a page
 * of this site. Reads change nothing; clients without cookies hold no one's session.
 */
function refuseForeignWrites(request: FastifyRequest, config: Config): void {
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
	if (!request.headers.cookie && !request.headers.origin) return;
	if (!isOwnOrigin(request.headers.origin, request.headers.host, config)) throw foreignOrigin();
}

/** Whether an Origin header names this site: ORIGIN, or where none is set the host that was asked. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, config: Config): boolean {
	if (origin === undefined) return false;
	if (config.originGiven) return origin === config.origin;
	return origin === `http://${host}` || origin === `https://${host}`;
}

/** Fastify, typed so that a route's schemas type its handler. */
export type TypedApi = FastifyInstance<
	import('fastify').RawServerDefault,
	import('http').IncomingMessage,
	import('http').ServerResponse,
	import('fastify').FastifyBaseLogger,
	TypeBoxTypeProvider
>;

/** Gives a plugin its typed face: `const api = typed(app)`. */
export function typed(app: FastifyInstance): TypedApi {
	return app.withTypeProvider<TypeBoxTypeProvider>();
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Config } from '../config.ts';
import { isOwnOrigin } from './api.ts';
import { cookieParser, sendCookie, type Cookie } from './cookies.ts';
import { encodingFor, PageCache, readyPage, type ReadyPage } from './page-cache.ts';
import { noteSeconds, sharedFront, sharedHeaders } from './shared-answers.ts';
import { siteFilesFront } from './site-files.ts';
import { isBeginning, isShared, lessonKeyOf } from './shared-pages.ts';

/** The largest form a page takes, in bytes: a pasted list of villages fits many times over. */
const formLimit = 128 * 1024;

export interface SiteParts {
	config: Config;
	/** The folder that the build wrote the site to. */
	folder: string;
	/** Changes whenever what pages show changes; null before anything is published. */
	release(): string | null;
	/** The cookie that notes when a lesson was sent: its new value, given the old one; the old one where it says so already. */
	noteOpening(cookie: string | undefined, lessonKey: string): string;
	/** Whether lessons say on this device whose they are: then they are rendered for the one who asks. */
	saysWhose(cookies: Record<string, string | undefined>): boolean;
	/** A cookie for a browser that begins here; null where it has it. */
	newcomersCookie(cookies: Record<string, string | undefined>): Cookie | null;
}

/** What SvelteKit's build exports, as its adapters use it. */
interface BuiltSite {
	init(options: { env: Record<string, string>; read(file: string): ReadableStream }): Promise<void>;
	respond(request: Request, options: { getClientAddress(): string; platform?: unknown }): Promise<Response>;
}

/** Serves the built pages: those for everyone from memory, the others rendered for the one who asks. */
export async function mountSite(app: FastifyInstance, parts: SiteParts): Promise<void> {
	const client = join(parts.folder, 'client');
	const site = await loadSite(parts.folder, client);
	app.front.place(siteFilesFront(parts.config, client));
	await app.register(async (scope) => {
		scope.removeAllContentTypeParsers(); // the site reads the bodies of its forms itself
		scope.addContentTypeParser('*', (_request, _body, done) => done(null));
		const cache = new PageCache();
		app.front.place(sharedFront({ ...parts, cache, parseCookies: cookieParser(app, parts.config) }));
		scope.route({
			method: ['GET', 'HEAD', 'POST'],
			url: '/*',
			handler: (request, reply) => answerPage({ site, cache, parts }, request, reply)
		});
	});
}

async function loadSite(folder: string, client: string): Promise<BuiltSite> {
	const load = (file: string) => import(pathToFileURL(join(folder, 'server', file)).href);
	const [{ Server }, { manifest }] = await Promise.all([load('index.js'), load('site-manifest.js')]);
	const site = new Server(manifest) as BuiltSite;
	await site.init({ env: {}, read: (file) => Readable.toWeb(createReadStream(join(client, file))) as ReadableStream });
	return site;
}

type Means = { site: BuiltSite; cache: PageCache; parts: SiteParts };

async function answerPage(means: Means, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
	const path = request.url.split('?', 1)[0] ?? '/';
	if (path.startsWith('/api/')) return reply.callNotFound() as unknown as FastifyReply; // the API has no such address
	if (request.method === 'POST') {
		const status = unwanted(request, means.parts.config);
		const form = status === null ? await formOf(request) : null;
		if (form === null) return sendRefusal(means, { request, reply, status: status ?? 413 });
		return sendPrivate(request, reply, await respond(means, request, form));
	}
	return answerGet(means, { request, reply, path });
}

type Asked = Omit<SharedAnswer, 'page'>;

/** A page for everyone from memory, any other for the one who asks; also a lesson where several learn on her device. */
async function answerGet(means: Means, { request, reply, path }: Asked): Promise<FastifyReply> {
	const own = lessonKeyOf(path) !== null && means.parts.saysWhose(request.cookies);
	const page = own ? null : await findShared(means, path);
	if (page) return sendShared(means, { request, reply, path, page });
	if (own) noteLesson(means.parts, { request, reply, path });
	else if (isBeginning(path)) greetNewcomer(means.parts, request, reply);
	return sendPrivate(request, reply, await respond(means, request));
}

/** The page under this address where it is everyone's and there is one. */
async function findShared(means: Means, path: string): Promise<ReadyPage | null> {
	const release = isShared(path) ? means.parts.release() : null;
	return release === null ? null : means.cache.get(release, path, () => renderShared(means, path));
}

/** The status that tells why a post can't be taken: from another site, no form of ours, too large. */
function unwanted({ headers }: FastifyRequest, config: Config): 403 | 413 | 415 | null {
	if (!isOwnOrigin(headers.origin, headers.host, config)) return 403;
	if (!/^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')) return 415;
	if (headers['content-encoding'] !== undefined) return 415; // nothing is unpacked here
	return Number(headers['content-length'] ?? 0) > formLimit ? 413 : null;
}

/** Renders a page as a stranger sees it: no cookies, no query, so that nobody's data can be in it. */
async function renderShared({ site, parts }: Means, path: string): Promise<ReadyPage | null> {
	const response = await site.respond(new Request(parts.config.origin + path), {
		getClientAddress: () => '127.0.0.1'
	});
	if (response.status !== 200) return null;
	return readyPage(Buffer.from(await response.arrayBuffer()), 'text/html; charset=utf-8');
}

interface SharedAnswer {
	request: FastifyRequest;
	reply: FastifyReply;
	path: string;
	page: ReadyPage;
}

/** The first who asks for a page after a release gets it this way; whoever comes later gets it at the front. */
function sendShared({ parts }: Means, { request, reply, path, page }: SharedAnswer): FastifyReply {
	reply.headers(sharedHeaders(page, path));
	noteLesson(parts, { request, reply, path });
	if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
	return sendEncoded(request, reply, page);
}

/** Notes on the device that a lesson was sent, and when. */
function noteLesson(parts: SiteParts, { request, reply, path }: Asked): void {
	const lessonKey = lessonKeyOf(path);
	if (lessonKey === null) return;
	const note = parts.noteOpening(request.cookies['mo'], lessonKey);
	sendCookie(reply, parts.config, { name: 'mo', value: note, maxAge: noteSeconds });
	greetNewcomer(parts, request, reply);
}

/** Two first answers that a browser sends at once come from one device: it has its cookie before. */
function greetNewcomer({ newcomersCookie, config }: SiteParts, { cookies }: FastifyRequest, reply: FastifyReply): void {
	const cookie = newcomersCookie(cookies);
	if (cookie) sendCookie(reply, config, cookie);
}

function sendEncoded(request: FastifyRequest, reply: FastifyReply, page: ReadyPage): FastifyReply {
	const encoding = encodingFor(request.headers['accept-encoding']);
	if (encoding !== 'plain') reply.header('content-encoding', encoding);
	return reply.type(page.type).send(page[encoding]);
}

/** The site as the browser named it; what is no plain host name and port is not believed. */
function originOf(host: string | undefined, config: Config): string {
	return /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(host ?? '') ? `http://${host}` : config.origin;
}

/** Renders a page for the one who asks; a form's body has been read before. */
function respond({ site, parts }: Means, request: FastifyRequest, body?: Buffer): Promise<Response> {
	const { config } = parts;
	const base = config.originGiven ? config.origin : originOf(request.headers.host, config);
	const asked = new Request(base + request.url, {
		method: request.method,
		headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
		...(body && { body: new Uint8Array(body) })
	});
	return site.respond(asked, { getClientAddress: () => request.ip, platform: { requestId: request.id } });
}

/** A form as it was sent, or null where it is larger than forms may be, whatever length it told. */
async function formOf({ raw }: FastifyRequest): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	// The connection stays: the refusal goes back on it.
	for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
		chunks.push(chunk as Buffer); // no encoding is set on it
		size += chunks.at(-1)?.length ?? 0;
		if (size > formLimit) return null;
	}
	return Buffer.concat(chunks);
}

async function sendPrivate(request: FastifyRequest, reply: FastifyReply, response: Response): Promise<FastifyReply> {
	reply.code(response.status);
	for (const [name, value] of response.headers) {
		if (name !== 'set-cookie' && name !== 'content-length' && name !== 'etag') reply.header(name, value);
	}
	for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
	if (!response.headers.has('cache-control')) reply.header('cache-control', 'private, no-store');
	return sendOnce(request, reply, {
		body: Buffer.from(await response.arrayBuffer()),
		type: response.headers.get('content-type') ?? 'text/html; charset=utf-8'
	});
}

/** Sends what is made for one person, compressed as far as a tenth of a millisecond goes. */
function sendOnce(
	request: FastifyRequest,
	reply: FastifyReply,
	{ body, type }: { body: Buffer; type: string }
): FastifyReply {
	if (body.length < 500 || !type.startsWith('text/html')) return reply.send(body);
	reply.header('vary', 'accept-encoding').type(type);
	if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
	return reply.header('content-encoding', 'gzip').send(gzipSync(body, { level: 3 }));
}

type Refused = { request: FastifyRequest; reply: FastifyReply; status: number };

/** A post that can't be taken, told on a page of the site in the reader's language. */
async function sendRefusal({ site, parts }: Means, { request, reply, status }: Refused): Promise<FastifyReply> {
	const prefix = /^\/en(\/|$)/.test(request.url) ? '/en' : '';
	const response = await site.respond(new Request(`${parts.config.origin}${prefix}/loi/${status}`), {
		getClientAddress: () => request.ip
	});
	return sendPrivate(request, reply.header('connection', 'close'), response);
}

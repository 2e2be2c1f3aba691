import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { isLogged, logLines } from '../log.ts';
import { pagesFromMemory } from '../metrics.ts';
import { countAnswer } from './counting.ts';
import type { Front } from './front.ts';
import { securityHeaders, strictTransport } from './headers.ts';
import { encodingFor, type Encoding, type PageCache, type ReadyPage } from './page-cache.ts';
import { newRequestId } from './request-id.ts';
import { lessonKeyOf } from './shared-pages.ts';

export interface SharedParts {
	config: Config;
	cache: PageCache;
	/** The cookies of a Cookie header, by name. */
	parseCookies(header: string): Cookies;
	/** Changes whenever what pages show changes; null before anything is published. */
	release(): string | null;
	/** The cookie that notes when a lesson was sent: its new value, given the old one; the old one where it says so already. */
	noteOpening(cookie: string | undefined, lessonKey: string): string;
	/** A cookie for a browser that begins here; null where it has it. */
	newcomersCookie(cookies: Cookies): { name: string; value: string; maxAge: number } | null;
}

type Cookies = Record<string, string | undefined>;

/** How long the note of a lesson's sending is kept, in seconds. */
export const noteSeconds = 12 * 3600;

/** One page with the headers of each encoding, in the flat form that Node writes without looking at it again. */
interface SharedAnswer {
	readonly page: ReadyPage;
	readonly lessonKey: string | null;
	readonly headers: Readonly<Record<Encoding | 'unchanged', readonly string[]>>;
}

/** Sends pages that are the same for everyone from memory; whatever is not rendered yet is left to the site. */
export function sharedFront(parts: SharedParts): Front {
	const answers = new WeakMap<ReadyPage, SharedAnswer>();
	const logged = isLogged(parts.config, 'info');
	return (request, response) => {
		const startedAt = performance.now();
		const path = pathOf(request.url ?? '/');
		const page = readyFor(parts, request, path);
		if (!page) return false;
		let answer = answers.get(page);
		if (!answer) answers.set(page, (answer = answerFrom(parts.config, page, path)));
		const status = send(parts, answer, { request, response });
		const method = request.method ?? 'GET';
		pagesFromMemory.inc();
		countAnswer({ route: '/*', method, status, ms: performance.now() - startedAt });
		if (logged) logLines.write(lineOf(method, status));
		return true;
	};
}

function readyFor({ release, cache }: SharedParts, { method }: IncomingMessage, path: string): ReadyPage | undefined {
	if (method !== 'GET' && method !== 'HEAD') return undefined;
	const current = release();
	return current === null ? undefined : cache.ready(current, path);
}

function send(
	parts: SharedParts,
	{ page, lessonKey, headers }: SharedAnswer,
	{ request, response }: { request: IncomingMessage; response: ServerResponse }
): 200 | 304 {
	const unchanged = request.headers['if-none-match'] === page.etag;
	const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined); // Node joins repeated ones
	const cookies = lessonKey === null ? [] : cookiesWith(parts, request, lessonKey);
	const ready = headers[unchanged ? 'unchanged' : encoding];
	const status = unchanged ? 304 : 200;
	response.writeHead(status, [...ready, ...cookies]);
	response.end(unchanged || request.method === 'HEAD' ? undefined : page[encoding]);
	return status;
}

/** Everything before the query: shared pages look at no query. */
function pathOf(url: string): string {
	const query = url.indexOf('?');
	return query < 0 ? url : url.slice(0, query);
}

/** The headers of a shared page. A lesson's carries a note of its own, so no cache in between may keep it. */
export function sharedHeaders(page: ReadyPage, path: string): Record<string, string> {
	const cacheable = lessonKeyOf(path) === null;
	return {
		etag: page.etag,
		vary: 'accept-encoding',
		'cache-control': cacheable ? 'public, no-cache' : 'private, no-cache'
	};
}

function answerFrom(config: Config, page: ReadyPage, path: string): SharedAnswer {
	const always = {
		...securityHeaders,
		...(config.origin.startsWith('https:') && { 'strict-transport-security': strictTransport }),
		...sharedHeaders(page, path)
	};
	const whole = (encoding: Encoding) =>
		flat({
			...always,
			'content-type': page.type,
			'content-length': String(page[encoding].length),
			...(encoding !== 'plain' && { 'content-encoding': encoding })
		});
	const headers = { br: whole('br'), gzip: whole('gzip'), plain: whole('plain'), unchanged: flat(always) };
	return { page, lessonKey: lessonKeyOf(path), headers };
}

const flat = (headers: Record<string, string>): string[] => Object.entries(headers).flat();

/** The Set-Cookie lines that go out with a lesson: the note of this sending, and a device's own cookie for a newcomer. */
function cookiesWith(parts: SharedParts, { headers }: IncomingMessage, lessonKey: string): string[] {
	const cookies = parts.parseCookies(headers.cookie ?? '');
	const secure = parts.config.origin.startsWith('https:') ? '; Secure' : '';
	const line = (name: string, value: string, seconds: number) =>
		`${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
	const note = parts.noteOpening(cookies['mo'], lessonKey);
	const newcomer = parts.newcomersCookie(cookies);
	return [
		...(note === cookies['mo'] ? [] : ['set-cookie', line('mo', note, noteSeconds)]),
		...(newcomer ? ['set-cookie', line(newcomer.name, newcomer.value, newcomer.maxAge)] : [])
	];
}

/** The line the server's own log would have written: that something was answered, not what or to whom. */
function lineOf(method: string, status: number): string {
	return `{"level":30,"time":${Date.now()},"reqId":"${newRequestId()}","method":"${method}","route":"/*","status":${status},"ms":0,"msg":"answered"}\n`;
}

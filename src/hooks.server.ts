import type { Handle, HandleFetch, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { languageOf } from '$lib/language.ts';
import { say } from './platform/messages/index.ts';
import { cameThroughProxy } from './platform/http/address.ts';
import { publishedInject } from './platform/http/inject.ts';

export const handle: Handle = ({ event, resolve }) => {
	event.locals.lang = languageOf(event.url.pathname);
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.lang)
	});
};

/** Pages reach data through the API of their own process; what the browser sent along goes with it. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
	const url = new URL(request.url);
	if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
	const answer = await publishedInject()({
		method: request.method as 'GET',
		url: url.pathname + url.search,
		headers: headersFor(event, request),
		remoteAddress: event.getClientAddress(),
		...(request.body && { payload: Buffer.from(await request.arrayBuffer()) })
	});
	passCookiesOn(event, answer.cookies);
	tellWhenToComeBack(event, answer.headers['retry-after']);
	return new Response(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), {
		status: answer.statusCode,
		headers: { 'content-type': String(answer.headers['content-type'] ?? 'application/json') }
	});
};

/** Kit has checked where a form post came from, so the call carries this site's own origin. */
function headersFor(event: RequestEvent, request: Request): Record<string, string> {
	const cookie = event.cookies
		.getAll()
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	return {
		host: event.url.host,
		origin: event.url.origin,
		'accept-language': event.locals.lang,
		'user-agent': event.request.headers.get('user-agent') ?? '',
		...(request.headers.get('content-type') && { 'content-type': String(request.headers.get('content-type')) }),
		// Limits per address have to know whether the address is a proxy's.
		...(cameThroughProxy((name) => event.request.headers.has(name)) && { via: '1.1 site' }),
		...(cookie && { cookie })
	};
}

/** A page that says "wait a little" says it to programs too; of several calls of one page the first counts. */
function tellWhenToComeBack(event: RequestEvent, seconds: string | number | string[] | undefined): void {
	if (seconds === undefined || event.locals.waits) return;
	event.locals.waits = true;
	event.setHeaders({ 'retry-after': String(seconds) });
}

type SetCookie = Awaited<ReturnType<ReturnType<typeof publishedInject>>>['cookies'][number];

/** Cookies that the API sets (a session, a device) become the page's, so the browser gets them. */
function passCookiesOn(event: RequestEvent, cookies: readonly SetCookie[]): void {
	for (const { name, value, path, maxAge, expires, httpOnly, secure } of cookies) {
		event.cookies.set(name, value, {
			path: path ?? '/',
			httpOnly: httpOnly ?? false,
			secure: secure ?? false,
			sameSite: 'lax',
			...(maxAge !== undefined && { maxAge }),
			...(expires && { expires })
		});
	}
}

/** Unknown addresses and bugs get a sentence, never a stack. */
export const handleError: HandleServerError = ({ event, status, error }) => {
	const lang = languageOf(event.url.pathname);
	if (status === 404) return { message: say(lang, 'platform.not-found') };
	if (status === 413) return { message: say(lang, 'platform.too-large') };
	if (status >= 500) logFailure(event, error);
	return { message: say(lang, 'platform.failed') };
};

/** A line like those of the server's log. Of an error's message only what the language itself says: others may quote what was typed. */
function logFailure(event: RequestEvent, error: unknown): void {
	const failure = error instanceof Error ? error : new Error('something that is no error was thrown');
	const frames = (failure.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
	const line = {
		level: 50,
		time: Date.now(),
		reqId: event.platform?.requestId,
		route: event.route.id,
		err: {
			type: failure.name,
			...(/^(Type|Reference|Range)Error$/.test(failure.name) && { message: failure.message }),
			stack: frames.join('\n')
		},
		msg: 'page failed'
	};
	process.stderr.write(`${JSON.stringify(line)}\n`);
}

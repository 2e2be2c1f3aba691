/// <reference lib="webworker" />
import { readOwner } from './lib/offline/owner.ts';
import { countUnsent, sendWaiting } from './lib/offline/work.ts';

/*
 * Without signal it answers with what was taken along, and nothing else: pages as everyone gets them, kept when somebody
 * asked for them. With signal every page comes from the site, and what waits is sent. It keeps nothing by itself.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** So long a page may take where the phone has it too: a bad signal is worse than none. */
const patienceMs = 6_000;
/** So long where the phone has only the page for any code: of a code without its text it can say nothing. */
const patienceForCodeMs = 15_000;
/** How often it asks, where somebody's things are here, whether she was signed out from elsewhere. */
const askEveryMs = 10 * 60_000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
// Browsers that know how wake it when the signal is back, even with no page open.
worker.addEventListener('sync', (event) => (event as ExtendableEvent).waitUntil(sendOrTryLater()));

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (origin !== worker.location.origin) return;
	if (request.mode === 'navigate') navigate(event);
	else if (request.method !== 'GET') return;
	else if (/^\/(_app\/immutable|media)\//.test(pathname))
		event.respondWith(fromPhone(request).then((kept) => (kept ? partOf(request, kept) : fetch(request))));
	else if (/^\/(hien-thi\.css|icon\.svg)$/.test(pathname))
		event.respondWith(fetch(request).catch(() => fromPhoneOrNot(request)));
});

function navigate(event: FetchEvent): void {
	const { request } = event;
	const posted = request.method !== 'GET';
	const answer = posted ? fetch(request) : page(request);
	event.respondWith(answer);
	event.waitUntil(
		answer.then(
			(given) => (keptAnswers.has(given) ? undefined : afterContact(posted)),
			() => undefined
		)
	);
}

/** Answers that came from the phone. */
const keptAnswers = new WeakSet<Response>();

async function page(request: Request): Promise<Response> {
	const kept = await fromPhone(request);
	const fresh = fetch(request);
	if (!kept) return fresh.catch(() => withoutPage(request));
	const { pathname } = new URL(request.url);
	const patience = keptUnder(pathname) === pathname ? patienceMs : patienceForCodeMs;
	const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
	const first = await Promise.race([fresh.catch(() => null), late]);
	if (first && first.status < 502) return first;
	keptAnswers.add(kept);
	return kept;
}

/** Where there is neither signal nor the page: what there is instead. */
async function withoutPage(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const overview = await caches.match(/^\/en(\/|$)/.test(pathname) ? '/en/tai-ve' : '/tai-ve');
	if (!overview) return Response.error();
	keptAnswers.add(overview);
	return overview;
}

/** The answer for everyone under this address, whatever query or cookie comes with it. */
function fromPhone({ url }: Request): Promise<Response | undefined> {
	return caches.match(keptUnder(new URL(url).pathname), { ignoreVary: true });
}

/** Under every code lies the page that checks any: it reads the code from the address, and what is behind its `#`. */
function keptUnder(pathname: string): string {
	return pathname.replace(/^((?:\/en)?\/xac-minh)\/(?!nhieu$)[^/]+$/, '$1');
}

/** Players of films and recordings ask for a part, and some take nothing else. */
async function partOf(request: Request, kept: Response): Promise<Response> {
	const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
	if (from === '') return kept;
	const whole = await kept.blob();
	const last = Math.min(to === '' ? Infinity : Number(to), whole.size - 1);
	if (Number(from) > last) return new Response(null, { status: 416 });
	const headers = new Headers(kept.headers);
	headers.set('content-range', `bytes ${from}-${last}/${whole.size}`);
	headers.set('content-length', String(last + 1 - Number(from)));
	return new Response(whole.slice(Number(from), last + 1), { status: 206, headers });
}

async function fromPhoneOrNot(request: Request): Promise<Response> {
	return (await fromPhone(request)) ?? Response.error();
}

let askedAt = 0;

/** Fails where the signal was gone again, so that the browser wakes it once more. */
async function sendOrTryLater(): Promise<void> {
	if ((await sendWaiting()) === 'offline') throw new Error('no signal yet');
}

/** The signal is back: what waits goes, and what somebody signed out from elsewhere may no longer be here. */
async function afterContact(mayHaveSignedOut: boolean): Promise<void> {
	const owner = await readOwner();
	if (!owner) return;
	const asked = Date.now() - askedAt < askEveryMs;
	if (asked && !mayHaveSignedOut && (await countUnsent()) === 0) return;
	askedAt = Date.now();
	await sendWaiting();
}

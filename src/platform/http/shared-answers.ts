import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { pagesFromMemory } from '../metrics.ts';
import { cookieLine, type Cookie } from './cookies.ts';
import { answerNote } from './counting.ts';
import type { Front } from './front.ts';
import type { PageCache, ReadyPage } from './page-cache.ts';
import { pathOf, readyAnswer, sendReady, type ReadyAnswer } from './ready-answer.ts';
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
	/** Whether lessons say on this device whose they are: then they are rendered for the one who asks. */
	saysWhose(cookies: Cookies): boolean;
	/** A cookie for a browser that begins here; null where it has it. */
	newcomersCookie(cookies: Cookies): Cookie | null;
}

type Cookies = Record<string, string | undefined>;

/** How long the note of a lesson's sending is kept, in seconds. */
export const noteSeconds = 12 * 3600;

/** A page that lies ready, and which lesson it is, if any. */
interface SharedAnswer {
	readonly ready: ReadyAnswer;
	readonly lessonKey: string | null;
}

/** Sends pages that are the same for everyone from memory; whatever is not rendered yet is left to the site. */
export function sharedFront(parts: SharedParts): Front {
	const answers = new WeakMap<ReadyPage, SharedAnswer>();
	const note = answerNote(parts.config);
	return (request, response) => {
		const startedAt = performance.now();
		const path = pathOf(request.url ?? '/');
		const page = readyFor(parts, request, path);
		if (!page) return false;
		let answer = answers.get(page);
		if (!answer) {
			answer = { ready: readyAnswer(parts.config, page, sharedHeaders(page, path)), lessonKey: lessonKeyOf(path) };
			answers.set(page, answer);
		}
		const cookies = answer.lessonKey === null ? {} : parts.parseCookies(request.headers.cookie ?? '');
		if (answer.lessonKey !== null && parts.saysWhose(cookies)) return false;
		const lines = answer.lessonKey === null ? [] : cookiesWith(parts, cookies, answer.lessonKey);
		const status = sendReady(answer.ready, { request, response }, lines);
		pagesFromMemory.inc();
		note({ route: '/*', method: request.method ?? 'GET', status, ms: performance.now() - startedAt });
		return true;
	};
}

function readyFor({ release, cache }: SharedParts, { method }: IncomingMessage, path: string): ReadyPage | undefined {
	if (method !== 'GET' && method !== 'HEAD') return undefined;
	const current = release();
	return current === null ? undefined : cache.ready(current, path);
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

/** The Set-Cookie lines that go out with a lesson: the note of this sending, and a device's own cookie for a newcomer. */
function cookiesWith(parts: SharedParts, cookies: Cookies, lessonKey: string): string[] {
	const line = (cookie: Cookie) => cookieLine(parts.config, cookie);
	const note = parts.noteOpening(cookies['mo'], lessonKey);
	const newcomer = parts.newcomersCookie(cookies);
	return [
		...(note === cookies['mo'] ? [] : ['set-cookie', line({ name: 'mo', value: note, maxAge: noteSeconds })]),
		...(newcomer ? ['set-cookie', line(newcomer)] : [])
	];
}

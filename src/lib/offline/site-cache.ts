import type { DownloadView } from '../../catalog/index.ts';
import { callApi, lang } from './call-api.ts';
import { phoneStore, type KeptCourse } from './phone-store.ts';

/** Why a course is not on the phone: no network (what has come stays, and goes on later), no room, or not there any more. */
export type Trouble = 'offline' | 'full' | 'gone';

/** The frame of the site: where to go from without signal, the same for everyone. */
const frame = ['/tai-ve', '/mang-theo', '/tu-dien', '/doi-nguoi'];
const frameCache = () => `khung ${lang()}`;
const cacheOf = (courseId: string, language: string) => `khoa-hoc ${language} ${courseId}`;
const local = (path: string) => (lang() === 'en' ? `/en${path}` : path);

/** Addresses of the files that a page can't do without; styles are named from where the page stands. */
const filesIn = (html: string, path: string) =>
	[
		...html.matchAll(
			/(?:href|src)="((?:\/|(?:\.\.?\/)+)(?:_app\/immutable\/|media\/)[^"?#]+|\/hien-thi\.css|\/icon\.svg)"/g
		)
	].map(([, file = '']) => new URL(file, location.origin + path).pathname);

/** Addresses of pages, and of pictures and recordings that they show. */
type Wanted = Pick<DownloadView, 'pages' | 'media'>;

/**
 * Puts pages and what they show into a cache, as a stranger would get them, so that nothing of anybody is in it. What
 * is there under a name that changes with its content is not fetched again.
 */
async function keepPages(
	name: string,
	{ pages, media }: Wanted,
	done: (share: number) => void
): Promise<Trouble | null> {
	const cache = await caches.open(name);
	const files = new Set(media);
	for (const [i, path] of pages.entries()) {
		const page = await fetched(path);
		if (typeof page === 'string') return page;
		for (const file of filesIn(await page.clone().text(), path)) files.add(file);
		const full = await put(cache, path, page);
		if (full) return full;
		done((0.8 * (i + 1)) / pages.length);
	}
	const trouble = await keepFiles(cache, [...files], (share) => done(0.8 + 0.2 * share));
	if (trouble === null) await dropOthers(cache, new Set([...pages, ...files]));
	return trouble;
}

async function keepFiles(cache: Cache, paths: string[], done: (share: number) => void): Promise<Trouble | null> {
	for (const [i, path] of paths.entries()) {
		done((i + 1) / paths.length);
		if (/^\/(_app\/immutable|media)\//.test(path) && (await cache.match(path))) continue;
		const file = await fetched(path);
		if (file === 'gone') continue; // the page does without it
		if (typeof file === 'string') return file;
		const full = await put(cache, path, file);
		if (full) return full;
	}
	return null;
}

/** What an earlier download brought and nothing shows any more. */
async function dropOthers(cache: Cache, wanted: ReadonlySet<string>): Promise<void> {
	for (const kept of await cache.keys()) if (!wanted.has(new URL(kept.url).pathname)) await cache.delete(kept);
}

async function fetched(path: string): Promise<Response | 'offline' | 'gone'> {
	try {
		const answer = await fetch(path, { credentials: 'omit' });
		if (answer.ok && !answer.redirected) return answer;
		return answer.status >= 500 || answer.status === 429 ? 'offline' : 'gone';
	} catch {
		return 'offline';
	}
}

async function put(cache: Cache, path: string, answer: Response): Promise<'full' | null> {
	try {
		await cache.put(path, answer);
		return null;
	} catch {
		return 'full';
	}
}

/** Keeps what stands round everything else; again at every visit with signal, so that it is of today's site. */
export function keepFrame(): Promise<Trouble | null> {
	return keepPages(frameCache(), { pages: frame.map(local), media: [] }, () => undefined);
}

/** Keeps the page that checks records, in Vietnamese, as codes lead to it, and in the page's language; `media` are files it fetches when it needs them. */
export function keepCheckPage(media: string[]): Promise<Trouble | null> {
	const pages = [...new Set(['/xac-minh', local('/xac-minh')])];
	return keepPages('xac-minh', { pages, media }, () => undefined);
}

/** Keeps a course on this phone; what came before a break of the network stays, and is gone on from. */
export async function keepCourse(courseId: string, done: (share: number) => void): Promise<Trouble | null> {
	const view = await callApi<DownloadView>(`GET /courses/${encodeURIComponent(courseId)}/download`);
	if (!view?.ok) return view?.status === 404 ? 'gone' : 'offline';
	const { title, bytes, pages, media } = view.data;
	if (!(await hasRoomFor(bytes))) return 'full';
	const name = cacheOf(courseId, lang());
	const trouble = (await keepFrame()) ?? (await keepPages(name, { pages: pages.map(local), media }, done));
	if (trouble === 'full') await caches.delete(name); // half a course is worth less than room
	if (trouble) return trouble;
	await navigator.storage.persist();
	await (await phoneStore()).put('courses', { courseId, lang: lang(), title, bytes, keptAt: Date.now() });
	return null;
}

/** Whether the browser still gives so much room; where it does not say, trying tells. */
async function hasRoomFor(bytes: number): Promise<boolean> {
	const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
	return quota - usage >= bytes;
}

/** The courses on this phone in the page's language, the latest first. */
export async function keptCourses(): Promise<KeptCourse[]> {
	const all = await (await phoneStore()).getAll('courses');
	const here: KeptCourse[] = [];
	for (const course of all) if (await caches.has(cacheOf(course.courseId, course.lang))) here.push(course);
	return here.filter((each) => each.lang === lang()).sort((a, b) => b.keptAt - a.keptAt);
}

export async function dropCourse({ courseId, lang: language }: KeptCourse): Promise<void> {
	await caches.delete(cacheOf(courseId, language));
	await (await phoneStore()).delete('courses', [courseId, language]);
}

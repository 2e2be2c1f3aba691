import type { Secrets } from '../platform/secrets.ts';

/** When a lesson was first sent. `lessonKey` is `<courseId>/<lessonId>`. */
export interface Opening {
	readonly lessonKey: string;
	readonly openedAt: Date;
}

/** The lesson that is meant, and the present. */
interface Asked {
	readonly lessonKey: string;
	readonly now: Date;
}

const purpose = 'lesson-openings';
const most = 8;
const keptMs = 12 * 3_600_000;
/** The longest value, in characters; only letters that no cookie needs to escape are used. */
const longest = 560;
const key = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * The new value of cookie `mo` when a lesson is sent: the last 8 lessons with the second each was first sent, kept for
 * 12 hours and marked as made here. Sending a lesson again moves it to the end but keeps its first time, so a reload
 * costs nothing. Under 600 bytes: the oldest give way. What is broken or forged is dropped as if it were not there.
 * Where the cookie says all that already, it stays as it is.
 */
export function openingsAfter(secrets: Secrets, cookie: string | undefined, { lessonKey, now }: Asked): string {
	const known = openingsIn(secrets, cookie, now);
	if (cookie !== undefined && known.at(-1)?.lessonKey === lessonKey) return cookie;
	if (!key.test(lessonKey)) return written(secrets, known);
	const openedAt = known.find((each) => each.lessonKey === lessonKey)?.openedAt ?? now;
	const others = known.filter((each) => each.lessonKey !== lessonKey);
	return written(secrets, [...others, { lessonKey, openedAt }].slice(-most));
}

/** When the lesson was first sent to this browser within the last 12 hours; null when nobody knows. */
export function openedAt(secrets: Secrets, cookie: string | undefined, { lessonKey, now }: Asked): Date | null {
	return openingsIn(secrets, cookie, now).find((each) => each.lessonKey === lessonKey)?.openedAt ?? null;
}

/** The lessons sent to this browser within the last 12 hours, the one opened last at the end. */
export function openingsIn(secrets: Secrets, cookie: string | undefined, now: Date): Opening[] {
	return noted(secrets, cookie).filter(({ openedAt: at }) => at <= now && now.getTime() - at.getTime() < keptMs);
}

/** Until when `openingsIn` says the same of this cookie, in milliseconds of the epoch: only time changes it. */
export function openingsStayUntil(secrets: Secrets, cookie: string | undefined, now: Date): number {
	const changes = noted(secrets, cookie).flatMap(({ openedAt: at }) => [at.getTime(), at.getTime() + keptMs]);
	return Math.min(Infinity, ...changes.filter((at) => at > now.getTime()));
}

/** All that the cookie says, where it was made here. */
function noted(secrets: Secrets, cookie: string | undefined): Opening[] {
	const end = cookie?.lastIndexOf('.') ?? -1;
	if (cookie === undefined || end < 1) return [];
	const list = cookie.slice(0, end);
	return secrets.isMarked(purpose, list, cookie.slice(end + 1)) ? list.split('~').map(opening) : [];
}

function opening(entry: string): Opening {
	const [name = '', seconds = ''] = entry.split('.');
	return { lessonKey: name.replace('_', '/'), openedAt: new Date(parseInt(seconds, 36) * 1_000) };
}

function written(secrets: Secrets, openings: readonly Opening[]): string {
	const list = openings
		.map((each) => `${each.lessonKey.replace('/', '_')}.${Math.floor(each.openedAt.getTime() / 1_000).toString(36)}`)
		.join('~');
	if (list.length > longest) return written(secrets, openings.slice(1));
	return list === '' ? '' : `${list}.${secrets.mark(purpose, list)}`;
}

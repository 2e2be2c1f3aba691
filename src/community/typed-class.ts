import type { Catalog } from '../catalog/index.ts';
import { startOfDayInVietNam } from '../platform/clock.ts';
import { tidy } from '../platform/text.ts';
import type { TypedClass } from './schemas.ts';
import type { Rhythm } from './tables.ts';

type Fault = { field: string; code: string };

const day = 24 * 3_600_000;
/** A sheet may be typed in late, and a year is planned ahead. */
const longestAgo = 366 * day;
const longestAhead = 366 * day;
const longest = { topic: 120, audience: 120 } as const;

/** What is kept of a session besides its place. */
export interface ClassParts {
	startsAt: Date;
	courseId: string | null;
	lessonId: string | null;
	topic: string | null;
	audience: string | null;
	rhythm: Rhythm;
	minutes: number | null;
}

/** A session as somebody describes it, and everything that is wrong with it. */
export function readClass(
	typed: TypedClass,
	{ now, catalog }: { now: Date; catalog: Pick<Catalog, 'course' | 'lesson'> }
): { parts: ClassParts; faults: Fault[] } {
	const { startsAt, faults } = readTime(typed, now);
	const { courseId = null, lessonId = null, rhythm, minutes = null } = typed;
	const [topic, audience] = [wordsOf(typed.topic), wordsOf(typed.audience)];
	const parts = { startsAt, courseId, lessonId, topic, audience, rhythm, minutes };
	return { parts, faults: [...faults, ...subjectFaults(parts, catalog)] };
}

function wordsOf(text = ''): string | null {
	return tidy(text) || null;
}

function subjectFaults(parts: ClassParts, catalog: Pick<Catalog, 'course' | 'lesson'>): Fault[] {
	const faults: Fault[] = [];
	if (!isLength(parts.minutes)) faults.push({ field: 'minutes', code: 'community.minutes-wrong' });
	for (const field of ['topic', 'audience'] as const)
		if ((parts[field]?.length ?? 0) > longest[field]) faults.push({ field, code: 'community.text-too-long' });
	if (parts.courseId === null && parts.topic === null) faults.push({ field: 'topic', code: 'community.topic-missing' });
	if (!isTaught(parts, catalog)) faults.push({ field: 'courseId', code: 'community.no-such-lesson' });
	return faults;
}

function isLength(minutes: number | null): boolean {
	return minutes === null || (Number.isInteger(minutes) && minutes >= 15 && minutes <= 480);
}

/** Whether the catalogue has such a course, or such a lesson in it. */
export function isTaught(
	{ courseId, lessonId }: Pick<ClassParts, 'courseId' | 'lessonId'>,
	catalog: Pick<Catalog, 'course' | 'lesson'>
): boolean {
	if (courseId === null) return lessonId === null;
	if (lessonId === null) return catalog.course(courseId, 'vi') !== null;
	return catalog.lesson(courseId, lessonId, 'vi') !== null;
}

/** A day and a time in Viet Nam as an instant, and what is wrong with them. */
export function readTime(typed: Pick<TypedClass, 'day' | 'time'>, now: Date): { startsAt: Date; faults: Fault[] } {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(typed.day) ? startOfDayInVietNam(typed.day) : null;
	const [, hours, minutes] = /^([01]?\d|2[0-3])(?:[:h.]([0-5]\d)|h)$/.exec(tidy(typed.time)) ?? [];
	const startsAt = new Date((midnight ?? now).getTime() + (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000);
	const faults: Fault[] = [];
	if (!midnight) faults.push({ field: 'day', code: missingOr(typed.day, 'community.day-wrong') });
	else if (isFarAway(startsAt, now)) faults.push({ field: 'day', code: 'community.day-far' });
	if (hours === undefined) faults.push({ field: 'time', code: missingOr(typed.time, 'community.time-wrong') });
	return { startsAt, faults };
}

function isFarAway(startsAt: Date, now: Date): boolean {
	const ahead = startsAt.getTime() - now.getTime();
	return ahead > longestAhead || ahead < -longestAgo;
}

function missingOr(typed: string, code: string): string {
	return tidy(typed) === '' ? 'platform.field-required' : code;
}

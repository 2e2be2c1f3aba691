import { formatMoment } from '$lib/format.ts';
import type { PublicClass } from '../../community/index.ts';

type Subject = Pick<PublicClass, 'topic' | 'lesson' | 'course'>;

/** What a session is about, in one line. */
export function titleOf({ topic, lesson, course }: Subject): string {
	return topic ?? lesson?.name ?? course?.name ?? '';
}

/** The lesson or course that a session goes by, where its title is in other words. */
export function lessonOf({ topic, lesson, course }: Subject): string | null {
	return topic === null ? null : (lesson?.name ?? course?.name ?? null);
}

/** When and where: `19:30, 25/11/2026 · Thôn Thượng` */
export function whenAndWhere({ startsAt, place }: Pick<PublicClass, 'startsAt' | 'place'>): string {
	return `${formatMoment(startsAt)} · ${place.name}`;
}

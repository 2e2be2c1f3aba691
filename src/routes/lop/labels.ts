import type { Words } from '$lib/words.ts';

/** What the form of a session calls its fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): Record<string, string> {
	return {
		placeId: t('community.place'),
		day: t('community.day'),
		time: t('community.time'),
		courseId: t('community.lesson'),
		topic: t('community.topic'),
		minutes: t('community.minutes'),
		audience: t('community.audience'),
		rhythm: t('community.rhythm')
	};
}

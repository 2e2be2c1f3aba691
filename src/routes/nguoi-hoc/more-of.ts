import type { Words } from '$lib/words.ts';
import type { HelpedList } from '../../community/index.ts';

export type Learner = HelpedList['learners'][number];

/** What tells somebody from others of her name, in one line. */
export function moreOf({ birthYear, apart, household, place }: Learner, t: Words['t']): string {
	const where = place.ended ? t('helped.place-was', { name: place.name }) : place.name;
	return [birthYear, apart, where, household].filter(Boolean).join(' · ');
}

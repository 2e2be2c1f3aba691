import type { Words } from '$lib/words.ts';
import type { ClassView } from '../../../community/index.ts';

/** What a helper saw, from the best on. */
export const marks = ['alone', 'reminded', 'not-yet'] as const;

/** How somebody in a session's list is called, also without a name. */
export function calledOf({ name, kind }: ClassView['people'][number], t: Words['t']): string {
	return name ?? t(kind === 'device' ? 'community.no-name' : 'community.closed');
}

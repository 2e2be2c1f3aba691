import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { ClassView, CommunityRulesView } from '../../../community/index.ts';
import { readKeeper } from '../access.ts';
import { readLessonOptions } from '../lessons.ts';
import { readPlaceOptions } from '../places.ts';
import { blank, typedFrom } from '../prefilled.ts';
import type { PageLoad } from './$types';

/** `?tu=` makes the session that follows another one, `?noi=` one at that place; `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readKeeper({ fetch, url });
	const query = askedIn(url, 'tim');
	const from = url.searchParams.get('tu');
	const before = from ? await readAs<ClassView>({ fetch, url }, `/classes/${encodeURIComponent(from)}`) : null;
	const [places, lessons, rules] = await Promise.all([
		readPlaceOptions(fetch, query, before?.place),
		readLessonOptions(fetch),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	const wanted = url.searchParams.get('noi');
	const typed = before
		? typedFrom(before, before.proposedAt ?? before.startsAt)
		: { ...blank(new Date(), rules.classMinutes), placeId: wanted ?? '' };
	return { places, lessons, typed, nextTime: before?.nextTime ?? null };
};

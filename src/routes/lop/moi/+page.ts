import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { ClassView } from '../../../community/index.ts';
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
	const [places, lessons, before] = await Promise.all([
		readPlaceOptions(fetch, query),
		readLessonOptions(fetch),
		from ? read<ClassView>(fetch, `/classes/${encodeURIComponent(from)}`) : null
	]);
	if (before && !places.options.some(({ value }) => value === before.place.id))
		places.options.unshift({ value: before.place.id, label: before.place.name });
	const wanted = url.searchParams.get('noi');
	const typed = before
		? typedFrom(before, before.proposedAt ?? before.startsAt)
		: { ...blank(new Date()), placeId: wanted ?? '' };
	return { places, lessons, query, typed, nextTime: before?.nextTime ?? null };
};

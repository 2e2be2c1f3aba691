import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { GapList } from '../../../community/index.ts';
import { readKeeper } from '../access.ts';
import { readPlaceOptions } from '../places.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { roles, grants } = await readKeeper({ fetch, url });
	const gaps = await read<GapList>(fetch, '/class-gaps');
	const setting = roles.some((role) => role === 'officer' || role === 'administrator');
	if (!setting) return { gaps, places: null, done: null };
	const { options, more, query } = await readPlaceOptions(fetch, askedIn(url, 'tim'));
	// A province or the whole country may have a rhythm too, though no class is held in all of it.
	const above = grants
		.filter(({ role, place }) => role !== 'helper' && !options.some(({ value }) => value === place.id))
		.map(({ place }) => ({ value: place.id, label: place.name }));
	const all = [...new Map([...above, ...options].map((option) => [option.value, option])).values()];
	return { gaps, places: { options: all, more, query }, done: url.searchParams.get('xong') };
};

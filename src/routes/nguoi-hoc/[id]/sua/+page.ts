import { readAs } from '$lib/entry.ts';
import type { HelpedView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import { readPlaceOptions } from '../../../lop/places.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const [learner, { options }] = await Promise.all([
		readAs<HelpedView>({ fetch, url }, `/helped-learners/${encodeURIComponent(params.id)}`),
		readPlaceOptions(fetch, '')
	]);
	const { id, place, name, birthYear, household, apart } = learner;
	const known = options.some(({ value }) => value === place.id);
	return {
		id,
		typed: { name, birthYear: String(birthYear), placeId: place.id, household: household ?? '', apart: apart ?? '' },
		/** The place she is in, also where it was merged meanwhile and is not to be chosen any more. */
		places: known ? options : [{ value: place.id, label: place.name }, ...options]
	};
};

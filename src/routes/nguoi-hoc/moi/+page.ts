import { askedIn } from '$lib/forms.ts';
import { readTrainedKeeper } from '../../lop/access.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import type { PageLoad } from './$types';

/** `?noi=` chooses a place, `?tim=` looks for one where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readTrainedKeeper({ fetch, url });
	const query = askedIn(url, 'tim');
	const placeId = askedIn(url, 'noi');
	return {
		places: await readPlaceOptions(fetch, query),
		typed: { name: '', birthYear: '', placeId, household: '', apart: '', guardian: '', consent: false }
	};
};

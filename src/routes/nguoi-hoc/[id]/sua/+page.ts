import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { HelpedView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import { readPlaceOptions } from '../../../lop/places.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for another place where there are many. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const learner = await readAs<HelpedView>({ fetch, url }, `/helped-learners/${encodeURIComponent(params.id)}`);
	const { id, place, name, birthYear, household, apart } = learner;
	return {
		id,
		typed: { name, birthYear: String(birthYear), placeId: place.id, household: household ?? '', apart: apart ?? '' },
		/** The place she is in, also where it was merged meanwhile and is not to be chosen any more. */
		places: await readPlaceOptions(fetch, askedIn(url, 'tim'), place)
	};
};

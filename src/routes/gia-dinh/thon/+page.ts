import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { HouseholdList, HouseholdShares } from '../../../community/index.ts';
import { isManager, readTrainedKeeper } from '../../lop/access.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readTrainedKeeper({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `?after=${encodeURIComponent(after)}` : '';
	const [list, places, shares] = await Promise.all([
		readAs<HouseholdList>({ fetch, url }, `/households${asked}`),
		readPlaceOptions(fetch, askedIn(url, 'tim')),
		isManager(me) ? readAs<HouseholdShares>({ fetch, url }, '/household-shares') : null
	]);
	return { list, places, shares, typed: { name: '', placeId: '' } };
};

import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { NearbyClasses } from '../../community/index.ts';
import type { PlaceView } from '../../places/index.ts';
import type { PageLoad } from './$types';

type Places = PlaceView['children'];

/** `?tim=` looks a place up, `?noi=` shows one; without either, the provinces. */
export const load: PageLoad = async ({ fetch, url }) => {
	const query = askedIn(url, 'tim');
	const id = url.searchParams.get('noi');
	const none: Places = [];
	if (id) {
		const [place, { classes }] = await Promise.all([
			read<PlaceView>(fetch, `/places/${encodeURIComponent(id)}`),
			read<NearbyClasses>(fetch, `/places/${encodeURIComponent(id)}/classes`)
		]);
		return { query, place, places: none, classes };
	}
	const asked = query ? `?query=${encodeURIComponent(query)}` : '';
	const { places } = await read<{ places: Places }>(fetch, `/places${asked}`);
	return { query, place: null, places, classes: [] };
};

import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { NearbyClasses } from '../../community/index.ts';
import type { PlaceView } from '../../places/index.ts';
import type { PageLoad } from './$types';

type Places = PlaceView['children'];

/** `?tim=` looks a place up, `?noi=` shows one, with the classes after `?sau=`; without either, the provinces. */
export const load: PageLoad = async ({ fetch, url }) => {
	const query = askedIn(url, 'tim');
	const id = url.searchParams.get('noi');
	const none: Places = [];
	if (id) {
		const here = `/places/${encodeURIComponent(id)}`;
		const last = url.searchParams.get('sau');
		const after = last ? `?after=${encodeURIComponent(last)}` : '';
		const [place, { classes, next }] = await Promise.all([
			read<PlaceView>(fetch, here),
			read<NearbyClasses>(fetch, `${here}/classes${after}`)
		]);
		const later = next && `?noi=${encodeURIComponent(id)}&sau=${encodeURIComponent(next)}`;
		return { query, place, places: none, classes, later };
	}
	const asked = query ? `?query=${encodeURIComponent(query)}` : '';
	const { places } = await read<{ places: Places }>(fetch, `/places${asked}`);
	return { query, place: null, places, classes: [], later: null };
};

import { read } from '$lib/api.ts';
import type { PageLoad } from './$types';
import type { Place, PlaceDetail } from './places.ts';

/** `?tim=` looks a place up, `?noi=` shows one; without either, the provinces. */
export const load: PageLoad = async ({ fetch, url }) => {
	const query = (url.searchParams.get('tim') ?? '').trim().slice(0, 80);
	const id = url.searchParams.get('noi');
	if (id) return { query, place: await read<PlaceDetail>(fetch, `/places/${encodeURIComponent(id)}`), places: [] };
	const asked = query ? `?query=${encodeURIComponent(query)}` : '';
	const { places } = await read<{ places: Place[] }>(fetch, `/places${asked}`);
	return { query, place: null, places };
};

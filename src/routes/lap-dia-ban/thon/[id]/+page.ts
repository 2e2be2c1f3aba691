import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { PlaceHoldings, PlaceView } from '../../../../places/index.ts';
import type { PageLoad } from './$types';

/** `?vao=` is the village that it is to go into, before that is confirmed. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	const path = `/places/${encodeURIComponent(params.id)}`;
	const { holdings, mayEnd } = await readAs<PlaceHoldings>({ fetch, url }, `${path}/holdings`);
	const place = await read<PlaceView>(fetch, path);
	const above = new URLSearchParams({ parent: place.parentId ?? '' });
	const { places } = await read<{ places: PlaceView['children'] }>(fetch, `/places?${above}`);
	const others = places.filter(({ id, kind }) => kind === 'village' && id !== place.id);
	const wanted = askedIn(url, 'vao');
	return { place, holdings, mayEnd, others, into: others.find(({ id }) => id === wanted) ?? null };
};

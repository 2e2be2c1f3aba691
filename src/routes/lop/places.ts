import { read } from '$lib/api.ts';
import type { HoldingPlaces } from '../../community/index.ts';

/** Where somebody may hold classes, as choices; with a query those of that name. */
export async function readPlaceOptions(fetch: typeof globalThis.fetch, query: string) {
	const asked = query ? `?query=${encodeURIComponent(query)}` : '';
	const { places, more } = await read<HoldingPlaces>(fetch, `/class-places${asked}`);
	const options = places.map(({ id, name, kind, within }) => ({
		value: id,
		label: kind === 'commune' || within === null ? name : `${name}, ${within}`
	}));
	return { options, more };
}

import { ask, read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { PlaceHoldings, PlaceView } from '../../../places/index.ts';
import type { PageLoad } from './$types';

const told = { 'da-doi': 'renamed', 'da-ma': 'coded', 'da-huyen': 'districted', 'da-gop': 'merged' } as const;

/** `?tim=` looks for a place that this one is to go into, `?vao=` is that place before it is confirmed. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const place = await read<PlaceView>(fetch, `/places/${encodeURIComponent(params.id)}`);
	const above = place.path.replace(/[^/]+\/$/, '');
	const keeps = grants.some(
		({ role, place: own }) => (role === 'officer' || role === 'administrator') && above.startsWith(own.path)
	);
	const mayChange = keeps && place.kind !== 'country' && place.validTo === null;
	const [query, wanted] = [askedIn(url, 'tim'), askedIn(url, 'vao')];
	const others = mayChange && query !== '' ? await othersLike(fetch, { place, query }) : null;
	const into =
		mayChange && wanted !== '' ? await read<PlaceView>(fetch, `/places/${encodeURIComponent(wanted)}`) : null;
	const held = into && (await ask<PlaceHoldings>(fetch, `GET /places/${encodeURIComponent(place.id)}/holdings`));
	const [, done] = Object.entries(told).find(([name]) => url.searchParams.has(name)) ?? [];
	const holdings = held?.ok ? held.data.holdings : [];
	return {
		place,
		mayChange,
		mayRename: mayChange && place.kind !== 'province',
		query,
		others,
		into,
		holdings,
		done: done ?? null
	};
};

/** Places of the same kind by a part of their name. */
async function othersLike(fetch: typeof globalThis.fetch, { place, query }: { place: PlaceView; query: string }) {
	const { places } = await read<{ places: PlaceView['children'] }>(fetch, `/places?${new URLSearchParams({ query })}`);
	return places.filter(({ id, kind, sample }) => id !== place.id && kind === place.kind && sample === place.sample);
}

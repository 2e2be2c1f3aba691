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
	const own = grants.filter(({ role }) => role === 'officer' || role === 'administrator').map((grant) => grant.place);
	const mayChange = mayChangePlace(place, own);
	const [query, wanted] = [askedIn(url, 'tim'), askedIn(url, 'vao')];
	const inside = await readInside(fetch, { id: place.id, after: askedIn(url, 'sau') });
	const others = query !== '' && mayChange ? await othersLike(fetch, { place, query }) : null;
	const into =
		mayChange && wanted !== '' ? await read<PlaceView>(fetch, `/places/${encodeURIComponent(wanted)}`) : null;
	const holdings = into ? await holdingsOf(fetch, place.id) : [];
	const [, done] = Object.entries(told).find(([name]) => url.searchParams.has(name)) ?? [];
	return {
		place,
		inside: inside.places,
		further: inside.further,
		mayChange,
		mayFill: place.validTo === null && own.some(({ path }) => place.path.startsWith(path)),
		mayRename: mayChange && place.kind !== 'province',
		query,
		others,
		into,
		holdings,
		done: done ?? null
	};
};

/** A page of what lies directly in a place, and where the next one is. */
async function readInside(fetch: typeof globalThis.fetch, { id, after }: { id: string; after: string }) {
	const asked = new URLSearchParams({ parent: id, ...(after !== '' && { after }) });
	const page = await read<{ places: PlaceView['children']; next: string | null }>(fetch, `/places?${asked}`);
	return { places: page.places, further: page.next && `?${new URLSearchParams({ sau: page.next })}#ben-duoi` };
}

/** Whoever keeps what it lies in may; what has ended stays as it is. */
function mayChangePlace({ path, kind, validTo }: PlaceView, own: readonly { path: string }[]): boolean {
	const above = path.replace(/[^/]+\/$/, '');
	return kind !== 'country' && validTo === null && own.some((each) => above.startsWith(each.path));
}

async function holdingsOf(fetch: typeof globalThis.fetch, id: string): Promise<PlaceHoldings['holdings']> {
	const answer = await ask<PlaceHoldings>(fetch, `GET /places/${encodeURIComponent(id)}/holdings`);
	return answer.ok ? answer.data.holdings : [];
}

/** Places of the same kind by a part of their name. */
async function othersLike(fetch: typeof globalThis.fetch, { place, query }: { place: PlaceView; query: string }) {
	const { places } = await read<{ places: PlaceView['children'] }>(fetch, `/places?${new URLSearchParams({ query })}`);
	return places.filter(({ id, kind, sample }) => id !== place.id && kind === place.kind && sample === place.sample);
}

import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../places/index.ts';
import { say } from '../../platform/messages/index.ts';
import type { PageLoad } from './$types';

type Listed = Pick<PlaceView['children'][number], 'id' | 'name' | 'formerly' | 'districts'>;

/** `?tim=` looks for a place by its name now or before, its old district or its code; without it, her own places. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const keeps = ['officer', 'administrator', 'overseer'];
	const own = grants.filter(({ role }) => keeps.includes(role)).map(({ place }) => place);
	if (own.length === 0) error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const [query, after] = [askedIn(url, 'tim'), askedIn(url, 'sau')];
	const mine: Listed[] = [...new Map(own.map((place) => [place.id, place])).values()];
	if (query === '') return { query, places: mine, more: null };
	const search = new URLSearchParams({ query, ...(after !== '' && { after }) });
	const { places, next } = await read<{ places: PlaceView['children']; next: string | null }>(
		fetch,
		`/places?${search}`
	);
	const found: Listed[] = places;
	return { query, places: found, more: next && `?${new URLSearchParams({ tim: query, sau: next })}` };
};

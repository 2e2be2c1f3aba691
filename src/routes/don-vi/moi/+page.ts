import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../../places/index.ts';
import { say } from '../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

/** So many of what lies in a place come along with it. */
const page = 100;
/** A province has up to some two hundred communes. */
const mostPages = 5;

/** All that lies directly in a place. */
async function readInside(fetch: typeof globalThis.fetch, id: string): Promise<PlaceView['children']> {
	const all: PlaceView['children'] = [];
	let after: string | null = '';
	for (let pages = 0; after !== null && pages < mostPages; pages++) {
		const asked = new URLSearchParams({ parent: id, ...(after !== '' && { after }) });
		const found: PlaceList = await read<PlaceList>(fetch, `/places?${asked}`);
		all.push(...found.places);
		after = found.next;
	}
	return all;
}

interface PlaceList {
	places: PlaceView['children'];
	next: string | null;
}

/** `?trong=` is the place or organisation it is to lie in. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const own = grants.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ place }) => place);
	const [first] = own;
	if (!first) error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const wanted = askedIn(url, 'trong') || first.id;
	const here = await read<PlaceView>(fetch, `/places/${encodeURIComponent(wanted)}`);
	const inside = here.children.length < page ? here.children : await readInside(fetch, here.id);
	const choices = [here, ...inside, ...own].map(({ id, name }) => [id, { value: id, label: name }] as const);
	return { here: here.id, places: [...new Map(choices).values()] };
};

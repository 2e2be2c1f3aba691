import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../../places/index.ts';
import { say } from '../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

/** `?noi=` opens a place, without it the first of her places; `?tim=` looks for one by its name, also by a former one. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const own = grants.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ place }) => place);
	const [first] = own;
	if (!first) error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const query = askedIn(url, 'tim');
	const here = await read<PlaceView>(fetch, `/places/${encodeURIComponent(url.searchParams.get('noi') ?? first.id)}`);
	const search = new URLSearchParams({ parent: here.id, ...(query !== '' && { query }) });
	const { places } = await read<{ places: PlaceView['children'] }>(fetch, `/places?${search}`);
	const told = ['da-gop', 'da-ngung'].find((each) => url.searchParams.has(each)) ?? null;
	return { here, query, places, told };
};

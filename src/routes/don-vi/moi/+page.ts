import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../../places/index.ts';
import { say } from '../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

/** `?trong=` is the place or organisation it is to lie in. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const own = grants.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ place }) => place);
	const [first] = own;
	if (!first) error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const wanted = askedIn(url, 'trong') || first.id;
	const here = await read<PlaceView>(fetch, `/places/${encodeURIComponent(wanted)}`);
	const choices = [here, ...here.children, ...own].map(({ id, name }) => [id, { value: id, label: name }] as const);
	return { here: here.id, places: [...new Map(choices).values()] };
};

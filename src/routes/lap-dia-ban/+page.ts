import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../places/index.ts';
import { say } from '../../platform/messages/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { roles } = await readWhoIs({ fetch, url });
	if (!roles.some((role) => role === 'officer' || role === 'administrator'))
		error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const made = url.searchParams.get('xong');
	const [provinces, place] = await Promise.all([
		read<{ places: PlaceView['children'] }>(fetch, '/places'),
		made ? read<PlaceView>(fetch, `/places/${encodeURIComponent(made)}`) : null
	]);
	return { provinces: provinces.places, place };
};

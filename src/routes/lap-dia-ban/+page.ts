import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import type { PlaceView } from '../../places/index.ts';
import { say } from '../../platform/messages/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const own = grants.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ place }) => place);
	if (own.length === 0) error(403, { message: say(languageOf(url.pathname), 'admin.place-not-allowed') });
	const made = url.searchParams.get('xong');
	const [provinces, place] = await Promise.all([
		read<{ places: PlaceView['children'] }>(fetch, '/places'),
		made ? read<PlaceView>(fetch, `/places/${encodeURIComponent(made)}`) : null
	]);
	return { parents: parentsAmong(provinces.places, own), place, first: own[0]?.id ?? '' };
};

/** Where somebody may set a place up: provinces within reach of their roles, and the lower places they hold. */
function parentsAmong(provinces: PlaceView['children'], own: readonly { id: string; name: string; path: string }[]) {
	const reached = provinces.filter(({ path }) => own.some((place) => path.startsWith(place.path)));
	const lower = own.filter(({ id, path }) => path !== '/' && !reached.some((province) => province.id === id));
	return [...lower, ...reached].map(({ id, name }) => ({ value: id, label: name }));
}

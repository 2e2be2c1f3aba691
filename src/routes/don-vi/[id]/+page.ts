import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { OrganisationView, PlaceView } from '../../../places/index.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for the organisation that this one is to answer to. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	const path = `/organisations/${encodeURIComponent(params.id)}`;
	const organisation = await readAs<OrganisationView>({ fetch, url }, path);
	const query = askedIn(url, 'tim');
	const search = new URLSearchParams({ query });
	const found = query === '' ? [] : (await read<{ places: PlaceView['children'] }>(fetch, `/places?${search}`)).places;
	const offered = found.filter(({ id, kind }) => kind === 'organisation' && id !== organisation.id);
	const { answersTo } = organisation;
	const known = answersTo && !offered.some(({ id }) => id === answersTo.id) ? [answersTo, ...offered] : offered;
	const told = { 'da-lap': 'organisations.made', 'da-luu': 'organisations.saved', 'da-len-lop': 'school-year.done' };
	const [, done] = Object.entries(told).find(([name]) => url.searchParams.has(name)) ?? [];
	return {
		organisation,
		query,
		offered: known.map(({ id, name }) => ({ value: id, label: name })),
		done: done ?? null
	};
};

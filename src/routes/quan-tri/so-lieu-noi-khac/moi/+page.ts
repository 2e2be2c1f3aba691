import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { FrameworkView } from '../../../../catalog/index.ts';
import type { PageLoad } from './$types';

/** What is to be chosen from; a figure that is corrected is in the address, place first. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { grants } = await readWhoIs({ fetch, url });
	const own = grants.find(({ role }) => role === 'officer' || role === 'administrator');
	const { groups } = await read<FrameworkView>(fetch, '/framework');
	return {
		groups: groups.map(({ code, name }) => ({ value: code, label: name })),
		begun: { place: askedIn(url, 'noi') || (own?.place.path === '/' ? '' : (own?.place.name ?? '')) }
	};
};

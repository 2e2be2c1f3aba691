import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { Destinations, MemberList, OrganisationView } from '../../../../assign/index.ts';
import { readManager } from '../../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	const path = `/organisations/${encodeURIComponent(params.id)}`;
	const organisation = await readAs<OrganisationView>({ fetch, url }, `${path}/membership`);
	const after = askedIn(url, 'sau');
	const list = await readAs<MemberList>(
		{ fetch, url },
		`${path}/members${after ? `?after=${encodeURIComponent(after)}` : ''}`
	);
	/** Where people can be moved to: a teacher of a school has its other classes; `?noi=` looks for one of many. */
	const wanted = askedIn(url, 'noi');
	const where = `${path}/destinations?${new URLSearchParams({ query: wanted })}`;
	const found = organisation.manages ? await readAs<Destinations>({ fetch, url }, where) : null;
	const options = (found?.places ?? []).map(({ id, name, within }) => ({
		value: id,
		label: within ? `${name}, ${within}` : name
	}));
	const manyPlaces = found?.more === true || wanted !== '';
	return { organisation, list, options, wanted, manyPlaces, done: url.searchParams.get('xong') };
};

import { ask } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { MemberList, OrganisationView } from '../../../../assign/index.ts';
import type { HoldingPlaces } from '../../../../community/index.ts';
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
	/** Where people can be moved to; a teacher has no other place. */
	const places = organisation.manages ? await ask<HoldingPlaces>(fetch, 'GET /class-places') : null;
	const others = places?.ok
		? places.data.places.filter(({ id, kind }) => kind === 'organisation' && id !== params.id)
		: [];
	const options = others.map(({ id, name, within }) => ({ value: id, label: within ? `${name}, ${within}` : name }));
	return { organisation, list, options, done: url.searchParams.get('xong') };
};

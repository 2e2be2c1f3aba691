import { readAs, readWhoIs } from '$lib/entry.ts';
import type { OwnMemberships } from '../../../assign/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	await readWhoIs({ fetch, url });
	const { memberships } = await readAs<OwnMemberships>({ fetch, url }, '/me/memberships');
	return { memberships, left: url.searchParams.has('da-roi') };
};

import { readWhoIs } from '$lib/entry.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { account, roles, grants } = await readWhoIs({ fetch, url });
	return { account, roles, grants, begun: url.searchParams.has('moi'), left: url.searchParams.has('thoi-to') };
};

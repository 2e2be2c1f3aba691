import { readAs } from '$lib/entry.ts';
import type { OwnIdentity } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	...(await readAs<OwnIdentity>({ fetch, url }, '/me/identity')),
	joined: url.searchParams.has('da-gan'),
	left: url.searchParams.has('da-go')
});

import { readAs } from '$lib/entry.ts';
import type { ConsentList } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

/** Only for who is signed in. */
export const load: PageLoad = async ({ fetch, url }) => ({
	...(await readAs<ConsentList>({ fetch, url }, '/me/consents')),
	saved: url.searchParams.has('da-luu')
});

import { readAs } from '$lib/entry.ts';
import type { SessionList } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	...(await readAs<SessionList>({ fetch, url }, '/me/sessions')),
	closed: url.searchParams.has('da-dong')
});

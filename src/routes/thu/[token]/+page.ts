import { readAs } from '$lib/entry.ts';
import type { TryLinkView } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	who: await readAs<TryLinkView>({ fetch, url }, `/try-links/${encodeURIComponent(params.token)}`)
});

import { readAs } from '$lib/entry.ts';
import type { SittingView } from '../../../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	sitting: await readAs<SittingView>({ fetch, url }, `/sittings/${encodeURIComponent(params.id)}`)
});

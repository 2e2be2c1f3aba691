import { readAs } from '$lib/entry.ts';
import type { SharedRecords } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	shared: await readAs<SharedRecords>({ fetch, url }, `/shared-records/${encodeURIComponent(params.token)}`)
});

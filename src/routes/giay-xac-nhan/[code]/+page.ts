import { readAs } from '$lib/entry.ts';
import type { RecordView } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	record: await readAs<RecordView>({ fetch, url }, `/records/${encodeURIComponent(params.code)}`),
	issuedNow: url.searchParams.has('moi')
});

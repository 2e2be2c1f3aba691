import { readAs } from '$lib/entry.ts';
import type { PaperView } from '../../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	paper: await readAs<PaperView>({ fetch, url }, `/papers/${encodeURIComponent(params.id)}`),
	voided: url.searchParams.has('bo')
});

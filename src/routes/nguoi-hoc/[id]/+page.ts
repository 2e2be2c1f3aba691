import { readAs } from '$lib/entry.ts';
import type { HelpedView } from '../../../community/index.ts';
import { readKeeper } from '../../lop/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	return {
		learner: await readAs<HelpedView>({ fetch, url }, `/helped-learners/${encodeURIComponent(params.id)}`),
		changed: url.searchParams.has('da-luu'),
		merged: url.searchParams.has('da-gop')
	};
};

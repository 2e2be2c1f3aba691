import { readAs } from '$lib/entry.ts';
import type { TeamView } from '../../../community/index.ts';
import { readKeeper } from '../../lop/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	return {
		team: await readAs<TeamView>({ fetch, url }, `/teams/${encodeURIComponent(params.id)}`),
		/** What was just done, to be said once. */
		done: url.searchParams.get('xong')
	};
};

import { readAs } from '$lib/entry.ts';
import type { ClassView } from '../../../community/index.ts';
import { readKeeper } from '../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	return {
		session: await readAs<ClassView>({ fetch, url }, `/classes/${encodeURIComponent(params.id)}`),
		/** What was just done, to be said once. */
		done: url.searchParams.get('xong'),
		/** She was asked to be called off: once more the question. */
		cancelling: url.searchParams.has('nghi')
	};
};

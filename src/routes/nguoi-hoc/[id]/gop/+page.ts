import { readAs } from '$lib/entry.ts';
import type { DoublesList, HelpedView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import type { PageLoad } from './$types';

/** Those who are alike; whom she looks for by name goes in no address: see the action. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const path = `/helped-learners/${encodeURIComponent(params.id)}`;
	return {
		learner: await readAs<HelpedView>({ fetch, url }, path),
		likely: await readAs<DoublesList>({ fetch, url }, `${path}/doubles`)
	};
};

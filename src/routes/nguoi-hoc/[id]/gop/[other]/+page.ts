import { readAs } from '$lib/entry.ts';
import type { HelpedView } from '../../../../../community/index.ts';
import { readKeeper } from '../../../../lop/access.ts';
import type { PageLoad } from './$types';

/** Both as they were written down. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const one = (id: string) => readAs<HelpedView>({ fetch, url }, `/helped-learners/${encodeURIComponent(id)}`);
	return { kept: await one(params.id), other: await one(params.other) };
};

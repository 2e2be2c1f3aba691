import { readAs } from '$lib/entry.ts';
import type { ItemView } from '../../../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	const path = `/question-figures/${encodeURIComponent(params.id)}`;
	return { item: await readAs<ItemView>({ fetch, url }, path), file: `/api${path}/export` };
};

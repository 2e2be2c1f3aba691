import { readKeeper } from '../lop/access.ts';
import { readAs } from '$lib/entry.ts';
import type { HelpedList } from '../../community/index.ts';
import type { PageLoad } from './$types';

/** Everybody, page by page; what is looked for by name goes in no address: see the action. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readKeeper({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `?after=${encodeURIComponent(after)}` : '';
	return {
		list: await readAs<HelpedList>({ fetch, url }, `/helped-learners${asked}`),
		removed: url.searchParams.has('da-xoa')
	};
};

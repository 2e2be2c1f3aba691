import { readAs } from '$lib/entry.ts';
import type { TeamList } from '../../community/index.ts';
import { isManager, readKeeper } from '../lop/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readKeeper({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `?after=${encodeURIComponent(after)}` : '';
	return {
		list: await readAs<TeamList>({ fetch, url }, `/teams${asked}`),
		manages: isManager(me),
		joined: url.searchParams.has('da-vao')
	};
};

import { readAs } from '$lib/entry.ts';
import type { AssignmentList } from '../../assign/index.ts';
import { isGiver, readGiver } from './access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readGiver({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `?after=${encodeURIComponent(after)}` : '';
	return { list: await readAs<AssignmentList>({ fetch, url }, `/assignments${asked}`), gives: isGiver(me) };
};

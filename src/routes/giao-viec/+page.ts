import { readAs } from '$lib/entry.ts';
import type { AssignmentList, CommentCount } from '../../assign/index.ts';
import { isGiver, readGiver, seesComments } from './access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readGiver({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `?after=${encodeURIComponent(after)}` : '';
	return {
		list: await readAs<AssignmentList>({ fetch, url }, `/assignments${asked}`),
		gives: isGiver(me),
		/** What overseers said and nobody answered; null for a teacher, whom it does not concern. */
		comments: seesComments(me) ? await readAs<CommentCount>({ fetch, url }, '/comments/waiting') : null
	};
};

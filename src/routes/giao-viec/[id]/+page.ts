import { readAs } from '$lib/entry.ts';
import type { AssignmentView, DutyList, Reach } from '../../../assign/index.ts';
import { readGiver, seesComments } from '../access.ts';
import { partIn, shownIn } from './part.ts';
import type { PageLoad } from './$types';

const told = { luu: 'saved-told', gui: 'sent-told' } as const;

export const load: PageLoad = async ({ fetch, url, params }) => {
	const me = await readGiver({ fetch, url });
	const visit = { fetch, url };
	const path = `/assignments/${encodeURIComponent(params.id)}`;
	const view = await readAs<AssignmentView>(visit, path);
	const show = shownIn(url);
	const after = url.searchParams.get('sau');
	const asked = new URLSearchParams({ show, ...(after && { after }) });
	const draft = view.state === 'draft';
	return {
		view,
		show,
		/** As forms hand it on. */
		part: new URLSearchParams(partIn(url)).toString(),
		/** Whom a draft would reach; who has it, once it is sent. */
		reach: draft && view.mine ? await readAs<Reach>(visit, `${path}/reach`) : null,
		people: draft ? null : await readAs<DutyList>(visit, `${path}/duties?${asked}`),
		comments: seesComments(me),
		told: told[url.searchParams.get('xong') as keyof typeof told] ?? null
	};
};

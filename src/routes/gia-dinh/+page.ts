import { read } from '$lib/api.ts';
import { readAs, readWhoIs } from '$lib/entry.ts';
import type { CommunityRulesView, OwnHousehold } from '../../community/index.ts';
import { isKeeper } from '../lop/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readWhoIs({ fetch, url });
	const [{ household }, { digitalFamily }] = await Promise.all([
		readAs<OwnHousehold>({ fetch, url }, '/me/household'),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	/** What was just done, to be said once. */
	const done = url.searchParams.get('xong');
	return { household, rule: digitalFamily, keeps: isKeeper(me), done };
};

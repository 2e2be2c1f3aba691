import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import type { CommunityRulesView } from '../../../community/index.ts';
import { optionsOf } from '../typed.ts';
import type { PageLoad } from './$types';

/** Whoever was given a code, with a role already or without. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readWhoIs({ fetch, url });
	const { sponsors } = await read<CommunityRulesView>(fetch, '/community-rules');
	return { sponsors: optionsOf(sponsors), typed: { code: '', sponsor: '', sponsorWords: '', area: '', phone: '' } };
};

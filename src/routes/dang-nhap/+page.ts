import { read } from '$lib/api.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Me, VneidOffer } from '../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	session: await read<Me>(fetch, '/session'),
	vneid: await read<VneidOffer>(fetch, '/vneid'),
	next: sitePath(url.searchParams.get('tiep')),
	/** The session ended while somebody was at work. */
	late: url.searchParams.has('lau'),
	/** She was signed out from elsewhere. */
	ended: url.searchParams.has('het'),
	/** Somebody has just signed out. */
	left: url.searchParams.has('da-ra')
});

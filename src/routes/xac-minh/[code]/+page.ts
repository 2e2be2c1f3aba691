import { read } from '$lib/api.ts';
import type { BadgeAnswer, Verification } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const found = await read<Verification>(fetch, `/verifications/${encodeURIComponent(params.code)}`);
	return { code: params.code, found, fromBadge: await cameByBadge(fetch, url, found) };
};

/** Whether this browser sent a badge of this very record just now. A link can ask, but not say so. */
async function cameByBadge(ask: typeof fetch, url: URL, { code }: Verification): Promise<boolean> {
	if (!url.searchParams.has('huy-hieu')) return false;
	const last = await read<BadgeAnswer>(ask, '/badge-verifications/last');
	return last.said === 'genuine' && last.code !== null && last.code === code;
}

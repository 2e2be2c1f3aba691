import { read } from '$lib/api.ts';
import type { Verification } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
	code: params.code,
	fromBadge: url.searchParams.get('huy-hieu') === 'genuine',
	found: await read<Verification>(fetch, `/verifications/${encodeURIComponent(params.code)}`)
});

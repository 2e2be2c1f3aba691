import { read } from '$lib/api.ts';
import type { Verification } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
	code: params.code,
	found: await read<Verification>(fetch, `/verifications/${encodeURIComponent(params.code)}`)
});

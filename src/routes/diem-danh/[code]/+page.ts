import { ask } from '$lib/api.ts';
import type { WallView } from '../../../community/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const found = await ask<WallView>(fetch, `GET /class-codes/${encodeURIComponent(params.code)}`);
	return {
		code: params.code,
		session: found.ok ? found.data : null,
		problem: found.ok ? null : found.problem,
		done: url.searchParams.has('xong')
	};
};

import { ask } from '$lib/api.ts';
import type { SittingDoor } from '../../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const found = await ask<SittingDoor>(fetch, `GET /sitting-codes/${encodeURIComponent(params.code)}`);
	return {
		code: params.code,
		door: found.ok ? found.data : null,
		problem: found.ok ? null : found.problem
	};
};

import { ask } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import type { JoiningView } from '../../../../assign/index.ts';
import type { PageLoad } from './$types';

/** Whoever isn't signed in does so first, and comes back to the code. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	await readWhoIs({ fetch, url });
	const found = await ask<JoiningView>(fetch, `GET /join-codes/${encodeURIComponent(params.code)}`);
	return {
		code: params.code,
		joining: found.ok ? found.data : null,
		problem: found.ok ? null : found.problem,
		done: url.searchParams.has('xong')
	};
};

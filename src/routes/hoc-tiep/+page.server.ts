import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { NextStep } from '$lib/learning.ts';
import { sitePath } from '$lib/site-path.ts';
import type { PageServerLoad } from './$types';

/** Leads to the very next thing to do, also without JavaScript. */
export const load: PageServerLoad = async ({ fetch, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const next = await read<NextStep>(fetch, '/me/next');
	// Who has begun nothing is asked what to learn for.
	if (next.kind === 'start' && next.href === '/') redirect(303, `${inLanguage(locals.lang, '/')}#muon-hoc`);
	redirect(303, inLanguage(locals.lang, sitePath(next.href) ?? '/bai-hoc'));
};

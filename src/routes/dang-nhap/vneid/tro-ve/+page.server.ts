import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { afterSignIn } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { Returned } from '../../../../identity/index.ts';
import { troubled } from '../troubled.ts';
import type { PageServerLoad } from './$types';

/** Where the provider sends people back to: in, or to the question whose account this is, or to what went wrong. */
export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	// The provider knows one address for the way back; the state says in which language it began.
	if (locals.lang === 'vi' && url.searchParams.get('state')?.endsWith('.en'))
		redirect(303, inLanguage('en', url.pathname) + url.search);
	const answer = await ask<Returned>(event.fetch, 'POST /vneid/returns', { query: url.search.slice(0, 4_000) });
	if (!answer.ok) return troubled(event, answer);
	const { outcome, next } = answer.data;
	if (outcome === 'waits') redirect(303, inLanguage(locals.lang, '/dang-nhap/vneid/lan-dau'));
	if (outcome === 'joined') redirect(303, next ?? inLanguage(locals.lang, '/cua-toi/danh-tinh'));
	redirect(303, await afterSignIn(event, next));
};

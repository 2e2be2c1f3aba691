import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	mine: (event) => settle(event, true),
	others: (event) => settle(event, false)
};

/** Whose learning is it: taken over, or left for whoever it belongs to. */
async function settle({ fetch, url, locals }: RequestEvent, take: boolean) {
	const answer = await ask(fetch, 'POST /session/device-learning', { take });
	if (!answer.ok) return refusedOrOut(url, answer, {});
	redirect(303, sitePath(url.searchParams.get('tiep')) ?? inLanguage(locals.lang, '/cua-toi'));
}

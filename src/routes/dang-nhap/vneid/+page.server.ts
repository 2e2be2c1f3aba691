import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { sitePath } from '$lib/site-path.ts';
import { troubled } from './troubled.ts';
import type { PageServerLoad } from './$types';

/** Sends the browser on to the provider; where that can't be, the page says why and shows the other ways in. */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const next = sitePath(searchParams.get('tiep'));
	const answer = await ask<{ url: string }>(event.fetch, 'POST /vneid/trips', {
		purpose: searchParams.has('gan') ? 'join' : 'enter',
		...(next && { next })
	});
	if (answer.ok) redirect(303, answer.data.url);
	return troubled(event, answer);
};

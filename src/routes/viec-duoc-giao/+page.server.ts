import { ask } from '$lib/api.ts';
import type { OwnReminders } from '../../assign/index.ts';
import type { PageServerLoad } from './$types';

/** Whoever opens the page sees what she was reminded of: from now on no other page tells it. */
export const load: PageServerLoad = async ({ fetch }) => {
	const answer = await ask<OwnReminders>(fetch, 'GET /me/reminders');
	if (answer.ok && answer.data.latest) await ask(fetch, 'POST /me/reminders/seen', {});
};

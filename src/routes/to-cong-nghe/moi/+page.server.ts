import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { TeamView } from '../../../community/index.ts';
import { teamTyped } from '../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const typed = teamTyped(await request.formData());
		const answer = await ask<TeamView>(fetch, 'POST /teams', typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/to-cong-nghe/${answer.data.id}`)}?xong=moi`);
	}
};

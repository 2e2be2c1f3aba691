import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { AttemptView } from '../../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Begins the quiz, or goes on with the one that is open. */
	default: async ({ fetch, params, locals }) => {
		const answer = await ask<AttemptView>(fetch, `POST /courses/${encodeURIComponent(params.course)}/attempts`);
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, `/lam-bai/${answer.data.id}`));
	}
};

import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { AttemptView } from '../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Begins the test, or goes on with the one that is open. */
	default: async ({ request, fetch, params, locals }) => {
		const moreTime = (await request.formData()).has('moreTime');
		const answer = await ask<AttemptView>(fetch, `POST /tests/${encodeURIComponent(params.id)}/attempts`, { moreTime });
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, `/lam-bai/${answer.data.id}`));
	}
};

import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { secretIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	enter: async ({ request, fetch, params, locals }) => {
		const password = secretIn(await request.formData(), 'password');
		const answer = await ask(fetch, 'POST /session/again', { accountId: params.id, password });
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, '/cua-toi'));
	},

	/** The account stays as it is; only this device forgets the name. */
	forget: async ({ fetch, params, locals }) => {
		const answer = await ask(fetch, `DELETE /device/people/${encodeURIComponent(params.id)}`);
		if (!answer.ok) return refused(answer, {});
		redirect(303, `${inLanguage(locals.lang, '/doi-nguoi')}?da-quen`);
	}
};

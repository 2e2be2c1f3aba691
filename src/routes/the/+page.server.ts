import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** "Xong, trả máy": one tap, from any page. */
	leave: async ({ fetch, locals }) => {
		const answer = await ask(fetch, 'DELETE /cards/here');
		if (!answer.ok) return refused(answer, {});
		redirect(303, `${inLanguage(locals.lang, '/the')}?xong=tra`);
	}
};

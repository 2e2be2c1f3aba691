import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ fetch, locals }) => {
		const answer = await ask(fetch, 'DELETE /session');
		if (!answer.ok && answer.status !== 401) return refused(answer, {});
		redirect(303, `${inLanguage(locals.lang, '/dang-nhap')}?da-ra`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Ends one session; ending it twice is the same as once. */
	close: async ({ request, fetch, url, locals }) => {
		const id = typedIn(await request.formData(), 'id');
		const answer = await ask(fetch, `DELETE /me/sessions/${encodeURIComponent(id)}`);
		if (!answer.ok && answer.status !== 404) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/thiet-bi')}?da-dong`);
	},

	everywhere: async ({ fetch, url, locals }) => {
		const answer = await ask(fetch, 'DELETE /sessions');
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/dang-nhap')}?da-ra`);
	}
};

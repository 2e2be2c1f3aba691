import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	void: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const typed = { attemptId: typedIn(form, 'attemptId'), reason: typedIn(form, 'reason') };
		const id = encodeURIComponent(params.id);
		const answer = await ask(fetch, `POST /papers/${id}/voids`, typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/in-de/${id}`)}?bo`);
	}
};

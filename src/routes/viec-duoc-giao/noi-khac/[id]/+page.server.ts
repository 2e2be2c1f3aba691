import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const typed = { what: typedIn(form, 'what'), where: typedIn(form, 'where') };
		const answer = await ask(fetch, `POST /me/duties/${encodeURIComponent(params.id)}/equivalent`, typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/viec-duoc-giao')}?da-gui`);
	}
};

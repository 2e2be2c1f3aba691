import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { teamTyped } from '../../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, params, locals }) => {
		const typed = teamTyped(await request.formData());
		const id = encodeURIComponent(params.id);
		const answer = await ask(fetch, `PUT /teams/${id}`, typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/to-cong-nghe/${id}`)}?xong=sua`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { helpedToSend, helpedTyped } from '../../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, params, locals }) => {
		const form = await request.formData();
		const id = encodeURIComponent(params.id);
		const answer = await ask(fetch, `PUT /helped-learners/${id}`, helpedToSend(form));
		if (!answer.ok) return refusedOrOut(url, answer, { ...helpedTyped(form) });
		redirect(303, `${inLanguage(locals.lang, `/nguoi-hoc/${id}`)}?da-luu`);
	}
};

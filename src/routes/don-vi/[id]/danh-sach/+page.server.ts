import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { entryToSend, entryTyped } from './typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	add: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const answer = await ask(fetch, `POST /organisations/${encodeURIComponent(params.id)}/staff`, entryToSend(form));
		if (!answer.ok) return refusedOrOut(url, answer, entryTyped(form));
		redirect(303, `${inLanguage(locals.lang, `/don-vi/${params.id}/danh-sach`)}?xong=luu`);
	}
};

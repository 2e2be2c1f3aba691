import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { classToSend, classTyped } from '../../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, params, locals }) => {
		const typed = classTyped(await request.formData());
		const answer = await ask(fetch, `PUT /classes/${encodeURIComponent(params.id)}`, classToSend(typed));
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed });
		redirect(303, `${inLanguage(locals.lang, `/lop/${encodeURIComponent(params.id)}`)}?xong=sua`);
	}
};

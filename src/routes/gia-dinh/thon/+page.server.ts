import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = { name: typedIn(form, 'name'), placeId: typedIn(form, 'placeId') };
		const answer = await ask<{ id: string }>(fetch, 'POST /households', typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/gia-dinh/thon/${answer.data.id}`)}?xong=moi`);
	}
};

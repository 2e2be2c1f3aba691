import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { secretIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const sure = form.has('sure');
		const answer = await ask(fetch, 'POST /me/erasure', { sure, password: secretIn(form, 'password') });
		if (!answer.ok) return refusedOrOut(url, answer, { sure });
		redirect(303, inLanguage(locals.lang, '/cua-toi/du-lieu/da-xoa'));
	}
};

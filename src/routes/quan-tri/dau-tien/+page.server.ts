import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { numberIn, secretIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, locals }) => {
		const form = await request.formData();
		const typed = {
			name: typedIn(form, 'name'),
			birthYear: typedIn(form, 'birthYear'),
			username: typedIn(form, 'username')
		};
		const answer = await ask(fetch, 'POST /first-administrator', {
			...typed,
			birthYear: numberIn(form, 'birthYear'),
			token: typedIn(form, 'token'),
			password: secretIn(form, 'password')
		});
		if (!answer.ok) return refused(answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/quan-tri')}?moi`);
	}
};

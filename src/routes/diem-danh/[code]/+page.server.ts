import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, params, locals }) => {
		const name = typedIn(await request.formData(), 'name');
		const code = encodeURIComponent(params.code);
		const answer = await ask(fetch, `POST /class-codes/${code}/attendance`, { name: given(name) });
		if (!answer.ok) return refused(answer, { name });
		redirect(303, `${inLanguage(locals.lang, `/diem-danh/${code}`)}?xong`);
	}
};

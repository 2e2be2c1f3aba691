import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, params, url, locals }) => {
		const position = typedIn(await request.formData(), 'position');
		const code = encodeURIComponent(params.code);
		const answer = await ask(fetch, `POST /join-codes/${code}/membership`, { position: given(position) });
		if (!answer.ok) return refusedOrOut(url, answer, { position });
		redirect(303, `${inLanguage(locals.lang, `/don-vi/vao/${code}`)}?xong`);
	}
};

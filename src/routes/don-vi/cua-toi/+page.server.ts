import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	leave: async ({ request, fetch, url, locals }) => {
		const id = encodeURIComponent(typedIn(await request.formData(), 'id') || 'none');
		const answer = await ask(fetch, `DELETE /me/memberships/${id}`);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/don-vi/cua-toi')}?da-roi`);
	}
};

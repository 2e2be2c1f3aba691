import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { memberToSend, memberTyped } from '../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = { code: typedIn(form, 'code'), ...memberTyped(form) };
		const answer = await ask(fetch, 'POST /team-memberships', { code: typed.code, ...memberToSend(typed) });
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/to-cong-nghe')}?da-vao`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { AttemptView } from '../../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** A new go at the same quiz, with other questions. */
	again: async ({ request, fetch, url, locals }) => {
		const course = typedIn(await request.formData(), 'course');
		const answer = await ask<AttemptView>(fetch, `POST /courses/${encodeURIComponent(course)}/attempts`);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, inLanguage(locals.lang, `/lam-bai/${answer.data.id}`));
	}
};

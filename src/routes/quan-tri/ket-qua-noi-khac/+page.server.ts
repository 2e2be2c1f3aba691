import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Takes a whole entry back; twice is the same as once. */
	undo: async ({ request, fetch, url, locals }) => {
		const batch = typedIn(await request.formData(), 'batch');
		const answer = await ask(fetch, `POST /elsewhere/result-imports/${encodeURIComponent(batch)}/undoing`);
		if (!answer.ok && answer.status !== 404) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/ket-qua-noi-khac')}?da-bo`);
	}
};

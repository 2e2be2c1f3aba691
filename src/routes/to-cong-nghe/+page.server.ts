import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** One leaves a team oneself; perhaps with the role that opened this page. */
	leave: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const [team, member] = [typedIn(form, 'team'), typedIn(form, 'member')].map(encodeURIComponent);
		const answer = await ask(fetch, `POST /teams/${team}/members/${member}/leaving`, {});
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/quan-tri')}?thoi-to`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = {
			name: typedIn(form, 'name'),
			birthYear: typedIn(form, 'birthYear'),
			phone: typedIn(form, 'phone'),
			code: typedIn(form, 'code'),
			platform: typedIn(form, 'platform'),
			platformName: typedIn(form, 'platformName'),
			what: typedIn(form, 'what'),
			day: typedIn(form, 'day'),
			evidence: typedIn(form, 'evidence'),
			source: typedIn(form, 'source')
		};
		const answer = await ask(fetch, 'POST /elsewhere/results', typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/ket-qua-noi-khac')}?da-ghi`);
	}
};

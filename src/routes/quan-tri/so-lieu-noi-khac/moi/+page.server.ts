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
			place: typedIn(form, 'place'),
			platform: typedIn(form, 'platform'),
			platformName: typedIn(form, 'platformName'),
			counted: typedIn(form, 'counted'),
			group: typedIn(form, 'group'),
			day: typedIn(form, 'day'),
			number: typedIn(form, 'number'),
			source: typedIn(form, 'source'),
			note: typedIn(form, 'note')
		};
		const answer = await ask(fetch, 'POST /elsewhere/figures', typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/so-lieu-noi-khac')}?da-ghi`);
	}
};

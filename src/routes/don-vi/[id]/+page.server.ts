import { fail, redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { say } from '../../../platform/messages/index.ts';
import { detailsSent, detailsTyped } from '../choices.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	save: async ({ request, fetch, url, params, locals }) => {
		const form = await request.formData();
		const typed = { ...detailsTyped(form), answersTo: typedIn(form, 'answersTo') };
		const body = { ...detailsSent(typed), answersTo: given(typed.answersTo) };
		const answer = await ask(fetch, `PUT /organisations/${encodeURIComponent(params.id)}`, body);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/don-vi/${params.id}`)}?da-luu`);
	},

	close: async ({ request, fetch, url, params, locals }) => {
		const sure = typedIn(await request.formData(), 'sure') !== '';
		const message = say(locals.lang, 'organisations.close-tick');
		const problem = {
			code: 'organisations.close-tick',
			message,
			fields: { sure: message } as Record<string, string>,
			extra: {}
		};
		if (!sure) return fail(400, { problem, typed: null });
		const answer = await ask(fetch, `POST /organisations/${encodeURIComponent(params.id)}/closing`, {});
		if (!answer.ok) {
			const { status, data } = refusedOrOut(url, answer, {});
			return fail(status, { problem: data.problem, typed: null });
		}
		redirect(303, `${inLanguage(locals.lang, '/don-vi')}?da-dong`);
	}
};

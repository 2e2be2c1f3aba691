import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

const api = (purpose: string) => `/me/consents/${encodeURIComponent(purpose || '-')}`;

export const actions: Actions = {
	give: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = { guardian: typedIn(form, 'guardian'), agree: form.has('agree') };
		if (!typed.agree) return incomplete(locals.lang, { field: 'agree', key: 'privacy.consent-tick-missing' }, typed);
		const answer = await ask(fetch, `PUT ${api(typedIn(form, 'purpose'))}`, { guardian: given(typed.guardian) });
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/dong-y')}?da-luu`);
	},

	take: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const answer = await ask(fetch, `DELETE ${api(typedIn(form, 'purpose'))}`);
		if (!answer.ok) return refusedOrOut(url, answer, { guardian: '', agree: false });
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/dong-y')}?da-luu`);
	}
};

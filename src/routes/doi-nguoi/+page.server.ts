import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';
import { whereTo } from './turn.ts';

export const actions: Actions = {
	/** Goes on without an account: as one of those who learn here that way, or as somebody new. */
	alone: async ({ request, fetch, locals }) => {
		const form = await request.formData();
		const number = typedIn(form, 'number');
		const answer = await ask(fetch, 'POST /device/learner', /^\d{1,2}$/.test(number) ? { number: Number(number) } : {});
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, number === '' ? '/' : whereTo(typedIn(form, 'lesson'))));
	},

	/** Goes on as another whose card is open on this device. */
	card: async ({ request, fetch, locals }) => {
		const form = await request.formData();
		const answer = await ask(fetch, 'PUT /cards/here', { whose: typedIn(form, 'whose') || 'nobody' });
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, whereTo(typedIn(form, 'lesson'))));
	},

	/** Somebody whom this device does not remember: the one who is in goes out first. */
	other: async ({ fetch, locals }) => {
		const answer = await ask(fetch, 'DELETE /session');
		if (!answer.ok && answer.status !== 401) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, '/dang-nhap'));
	}
};

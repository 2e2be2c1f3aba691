import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { SittingView } from '../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const retakeAllowed = form.has('retakeAllowed');
		const typed = { testId: typedIn(form, 'testId'), placeId: typedIn(form, 'placeId'), retakeAllowed };
		if (!typed.testId) return incomplete(locals.lang, { field: 'testId', key: 'sittings.test-missing' }, typed);
		if (!typed.placeId) return incomplete(locals.lang, { field: 'placeId', key: 'sittings.place-missing' }, typed);
		const answer = await ask<SittingView>(fetch, 'POST /sittings', typed);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, inLanguage(locals.lang, `/coi-thi/${answer.data.id}`));
	}
};

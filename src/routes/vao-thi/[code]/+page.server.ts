import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { AttemptView } from '../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, params, locals }) => {
		const name = typedIn(await request.formData(), 'name');
		const call = `POST /sitting-codes/${encodeURIComponent(params.code)}/attempts` as const;
		const answer = await ask<AttemptView>(fetch, call, { name: given(name) });
		if (!answer.ok) return refused(answer, { name });
		redirect(303, inLanguage(locals.lang, `/lam-bai/${answer.data.id}`));
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ fetch, params, url, locals }) => {
		const id = encodeURIComponent(params.id);
		const answer = await ask(fetch, `POST /helped-learners/${id}/merges`, { otherId: params.other });
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, `/nguoi-hoc/${id}`)}?da-gop`);
	}
};

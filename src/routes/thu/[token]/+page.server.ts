import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { inLanguage } from '$lib/language.ts';
import type { Me } from '../../../identity/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ fetch, params, locals }) => {
		const answer = await ask<Me>(fetch, 'POST /try-links/use', { token: params.token });
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(locals.lang, answer.data.roles.length > 0 ? '/quan-tri' : '/cua-toi'));
	}
};

import { redirect } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { HelpedList } from '../../community/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	find: async ({ request, fetch, url }) => {
		const query = typedIn(await request.formData(), 'query').slice(0, 80);
		const asked = query ? `?query=${encodeURIComponent(query)}` : '';
		const answer = await ask<HelpedList>(fetch, `GET /helped-learners${asked}`);
		if (!answer.ok) return refusedOrOut(url, answer, { query });
		return { problem: null as Problem | null, typed: { query }, list: answer.data };
	},

	/** Opens the cards of those chosen on this very device; the helper is signed out by it. */
	together: async ({ request, fetch, url, locals }) => {
		const helpedIds = (await request.formData()).getAll('helpedId').map(String);
		const key = helpedIds.length === 0 ? 'helped.together-none' : 'helped.together-most';
		if (helpedIds.length === 0 || helpedIds.length > 30)
			return incomplete(locals.lang, { field: 'helpedId', key }, { query: '', chosen: helpedIds });
		const answer = await ask(fetch, 'POST /cards/together', { helpedIds });
		if (!answer.ok) return refusedOrOut(url, answer, { query: '', chosen: helpedIds });
		redirect(303, inLanguage(locals.lang, '/doi-nguoi'));
	}
};

import { redirect } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { PrintedCard } from '../../../community/index.ts';
import type { Actions } from './$types';

const api = (id: string, rest = '') => `/helped-learners/${encodeURIComponent(id)}${rest}`;

export const actions: Actions = {
	/** Makes the card; it is shown once, in the answer to this very post, and kept nowhere. */
	card: async ({ fetch, params, url }) => {
		const answer = await ask<PrintedCard>(fetch, `POST ${api(params.id, '/card')}`, {});
		if (!answer.ok) return refusedOrOut(url, answer, {});
		return { problem: null as Problem | null, card: answer.data };
	},

	together: async ({ fetch, params, url, locals }) => {
		const answer = await ask(fetch, `POST ${api(params.id, '/device')}`, {});
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, inLanguage(locals.lang, '/the'));
	},

	/** Parts her from another row that was merged with hers; which one the form says, so that no later one is undone. */
	split: async ({ request, fetch, params, url }) => {
		const form = await request.formData();
		const merge = encodeURIComponent(typedIn(form, 'merge') || 'none');
		const answer = await ask(fetch, `DELETE ${api(params.id, `/merges/${merge}`)}`);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		return { problem: null as Problem | null, parted: typedIn(form, 'name').slice(0, 80) };
	},

	remove: async ({ request, fetch, params, url, locals }) => {
		if (!typedIn(await request.formData(), 'sure'))
			return incomplete(locals.lang, { field: 'sure', key: 'helped.remove-tick' }, {});
		const answer = await ask(fetch, `DELETE ${api(params.id)}`);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/nguoi-hoc')}?da-xoa`);
	}
};

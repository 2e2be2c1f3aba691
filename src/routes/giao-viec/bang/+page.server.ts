import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import type { Board } from '../../../assign/index.ts';
import type { Actions } from './$types';
import { filtersIn } from './filters.ts';

export const actions: Actions = {
	/** Names stand in no address: they are searched for by a form. */
	find: async ({ request, fetch, url }) => {
		const query = typedIn(await request.formData(), 'query').slice(0, 80);
		const asked = new URLSearchParams([...filtersIn(url).asked, ...(query ? [['query', query]] : [])]);
		const answer = await ask<Board>(fetch, `GET /duty-board?${asked}`);
		if (!answer.ok) return refusedOrOut(url, answer, { query });
		return { problem: null as Problem | null, typed: { query }, board: answer.data };
	}
};

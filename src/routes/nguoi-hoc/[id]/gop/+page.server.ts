import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import type { DoublesList } from '../../../../community/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, params }) => {
		const query = typedIn(await request.formData(), 'query').slice(0, 80);
		const asked = query ? `?query=${encodeURIComponent(query)}` : '';
		const path = `/helped-learners/${encodeURIComponent(params.id)}/doubles`;
		const answer = await ask<DoublesList>(fetch, `GET ${path}${asked}`);
		if (!answer.ok) return refusedOrOut(url, answer, { query });
		return { problem: null as Problem | null, typed: { query }, list: answer.data };
	}
};

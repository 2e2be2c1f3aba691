import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Asks once more before anything happens. */
	look: async ({ request, locals }) => {
		const reason = typedIn(await request.formData(), 'reason');
		if (!reason) return incomplete(locals.lang, { field: 'reason', key: 'admin.reason-missing' }, { reason });
		return { problem: null, typed: { reason } };
	},

	withdraw: async ({ request, fetch, url, locals }) => {
		const reason = typedIn(await request.formData(), 'reason');
		const code = url.searchParams.get('ma') ?? '';
		const answer = await ask(fetch, `POST /records/${encodeURIComponent(code)}/withdrawal`, { reason });
		if (!answer.ok) return refusedOrOut(url, answer, { reason });
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/giay-xac-nhan')}?ma=${encodeURIComponent(code)}&xong`);
	}
};

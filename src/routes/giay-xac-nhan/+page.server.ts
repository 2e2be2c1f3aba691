import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

const here = '/giay-xac-nhan';

export const actions: Actions = {
	/** Makes a link that shows what was ticked. */
	share: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const codes = form.getAll('ma').map(String);
		const days = numberIn(form, 'days');
		if (codes.length === 0)
			return incomplete(locals.lang, { field: 'ma', key: 'records.choose-first' }, { codes, days });
		const answer = await ask(fetch, 'POST /record-shares', { codes, days });
		if (!answer.ok) return refusedOrOut(url, answer, { codes, days });
		redirect(303, `${inLanguage(locals.lang, here)}?da-chia-se#chia-se`);
	},

	/** Closes a link; closing it twice is the same as once. */
	close: async ({ request, fetch, url, locals }) => {
		const id = typedIn(await request.formData(), 'id');
		const answer = await ask(fetch, `DELETE /record-shares/${encodeURIComponent(id)}`);
		if (!answer.ok && answer.status !== 404) return refusedOrOut(url, answer, { codes: [], days: 30 });
		redirect(303, `${inLanguage(locals.lang, here)}?da-dong#chia-se`);
	},

	/** Takes a result from elsewhere off her page; taking it twice is the same as once. */
	away: async ({ request, fetch, url, locals }) => {
		const id = typedIn(await request.formData(), 'id');
		const answer = await ask(fetch, `DELETE /own-results/${encodeURIComponent(id)}`);
		if (!answer.ok && answer.status !== 404) return refusedOrOut(url, answer, { codes: [], days: 30 });
		redirect(303, `${inLanguage(locals.lang, here)}?da-bo`);
	}
};

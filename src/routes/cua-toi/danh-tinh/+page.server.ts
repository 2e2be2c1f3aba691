import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	leave: async ({ request, fetch, url, locals }) => {
		const sure = (await request.formData()).has('sure');
		if (!sure) return incomplete(locals.lang, { field: 'sure', key: 'vneid.leave-sure-needed' }, {});
		const answer = await ask(fetch, 'DELETE /me/identity');
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/danh-tinh')}?da-go`);
	},

	/** Parts two accounts that were united. */
	part: async ({ request, fetch, url, locals }) => {
		const id = typedIn(await request.formData(), 'union');
		const answer = await ask(fetch, `DELETE /me/unions/${encodeURIComponent(id)}`);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/danh-tinh')}?da-tach`);
	}
};

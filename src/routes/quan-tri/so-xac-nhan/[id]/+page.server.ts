import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	settle: async ({ request, fetch, url, params, locals }) => {
		const form = await request.formData();
		const [id, remedy, reason] = [typedIn(form, 'id'), typedIn(form, 'remedy'), typedIn(form, 'reason')];
		const typed = { id, remedy, reason };
		if (remedy === '') return incomplete(locals.lang, { field: 'remedy', key: 'register.remedy-missing' }, typed);
		const call = `POST /national-register/mismatches/${encodeURIComponent(id)}/remedy` as const;
		const answer = await ask(fetch, call, { remedy, reason });
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/quan-tri/so-xac-nhan/${params.id}`)}#n-${id}`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

const here = '/quan-tri/so-xac-nhan';

export const actions: Actions = {
	mend: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const [code, mending] = [typedIn(form, 'code'), typedIn(form, 'mending')];
		const typed = { code };
		if (mending === 'give-up' && !form.has('sure'))
			return incomplete(locals.lang, { field: `sure-${code}`, key: 'register.mend-sure-missing' }, typed);
		const call = `POST /national-register/confirmations/${encodeURIComponent(code)}/mending` as const;
		const answer = await ask(fetch, call, { mending });
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, here)}?xong=mended`);
	},

	reconcile: async ({ fetch, url, locals }) => {
		const answer = await ask(fetch, 'POST /national-register/reconciliations', {});
		if (!answer.ok) return refusedOrOut(url, answer, { code: '' });
		redirect(303, `${inLanguage(locals.lang, here)}?xong=reconcile-asked`);
	}
};

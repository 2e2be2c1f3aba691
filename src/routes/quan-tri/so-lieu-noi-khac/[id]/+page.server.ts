import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

const list = '/quan-tri/so-lieu-noi-khac';

export const actions: Actions = {
	strike: async ({ request, fetch, url, locals, params }) => {
		const reason = typedIn(await request.formData(), 'reason');
		const call = `POST /elsewhere/figures/${encodeURIComponent(params.id)}/strike` as const;
		const answer = await ask(fetch, call, { reason });
		if (!answer.ok) return refusedOrOut(url, answer, { reason, of: 'strike' });
		redirect(303, `${inLanguage(locals.lang, list)}?da-bo`);
	},

	undo: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const [reason, batch] = [typedIn(form, 'reason'), typedIn(form, 'batch')];
		const call = `POST /elsewhere/figure-imports/${encodeURIComponent(batch)}/undoing` as const;
		const answer = await ask(fetch, call, { reason });
		if (!answer.ok) return refusedOrOut(url, answer, { reason, of: 'undo' });
		redirect(303, `${inLanguage(locals.lang, list)}?da-bo-lan-nhap`);
	}
};

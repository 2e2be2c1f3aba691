import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { ImportResult } from '../../../../certify/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Enters what was looked at. */
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const body = { upload: typedIn(form, 'upload'), goodOnly: form.has('goodOnly') };
		const answer = await ask<ImportResult>(fetch, 'POST /elsewhere/figure-imports', body);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		const { added, corrected, same, wrong } = answer.data;
		const did = [added, corrected, same, wrong].join('-');
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/so-lieu-noi-khac')}?nhap=${did}`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { ImportedResults } from '../../../../certify/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Enters what was looked at. */
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const body = { upload: typedIn(form, 'upload'), goodOnly: form.has('goodOnly') };
		const answer = await ask<ImportedResults>(fetch, 'POST /elsewhere/result-imports', body);
		if (!answer.ok) return refusedOrOut(url, answer, {});
		const { batchId, added, same, taken, wrong } = answer.data;
		const told = `nhap=${[added, same, taken, wrong].join('-')}${batchId ? `&lan=${batchId}` : ''}`;
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/ket-qua-noi-khac')}?${told}`);
	}
};

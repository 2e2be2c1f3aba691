import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import { sentFile } from '$lib/sent-file.ts';
import type { FigurePreview, ImportResult } from '../../../../certify/index.ts';
import type { Actions } from './$types';

/** The API takes no more in base64. */
const longest = 245_000;

export const actions: Actions = {
	/** Shows what would become of each row; the file goes along in the page, and nothing is kept. */
	look: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const file = await sentFile(form, { file: 'file', text: 'text' });
		const typed = { text: typedIn(form, 'text') };
		if (file === '') return incomplete(locals.lang, { field: 'file', key: 'elsewhere.no-file' }, typed);
		if (file.length > longest) return incomplete(locals.lang, { field: 'file', key: 'elsewhere.file-long' }, typed);
		const answer = await ask<FigurePreview>(fetch, 'POST /elsewhere/figure-previews', { file });
		if (answer.ok) return { problem: null, typed, preview: { rows: answer.data.rows, file } };
		const { problem } = answer;
		return refusedOrOut(url, { ...answer, problem: { ...problem, fields: { file: problem.message } } }, typed);
	},

	/** Enters what was looked at. */
	take: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const body = { file: typedIn(form, 'sent'), goodOnly: form.has('goodOnly') };
		const answer = await ask<ImportResult>(fetch, 'POST /elsewhere/figure-imports', body);
		if (!answer.ok) return refusedOrOut(url, answer, { text: '' });
		const { added, corrected, same, wrong } = answer.data;
		const did = [added, corrected, same, wrong].join('-');
		redirect(303, `${inLanguage(locals.lang, '/quan-tri/so-lieu-noi-khac')}?nhap=${did}`);
	}
};

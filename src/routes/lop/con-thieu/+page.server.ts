import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

const nothingTyped = { placeId: '', covers: '', rhythm: '', since: '', minimum: '', minimumBy: '' };

export const actions: Actions = {
	set: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = {
			placeId: typedIn(form, 'placeId'),
			covers: typedIn(form, 'covers'),
			rhythm: typedIn(form, 'rhythm'),
			since: typedIn(form, 'since'),
			minimum: typedIn(form, 'minimum'),
			minimumBy: typedIn(form, 'minimumBy')
		};
		const { minimum, minimumBy, ...rest } = typed;
		const answer = await ask(fetch, 'PUT /class-rules', {
			...rest,
			...(minimum && { minimum: numberIn(form, 'minimum') }),
			minimumBy: given(minimumBy)
		});
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/lop/con-thieu')}?xong`);
	},

	remove: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const [placeId, covers] = [typedIn(form, 'placeId'), typedIn(form, 'covers')];
		const path = `/class-rules/${encodeURIComponent(placeId)}/${encodeURIComponent(covers)}`;
		const answer = await ask(fetch, `DELETE ${path}`);
		if (!answer.ok) return refusedOrOut(url, answer, nothingTyped);
		redirect(303, `${inLanguage(locals.lang, '/lop/con-thieu')}?xong=bo`);
	}
};

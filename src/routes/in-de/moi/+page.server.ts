import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { PaperView } from '../../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Draws the paper and leads to its sheets, in the size and language that were chosen. */
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = {
			...{ testId: typedIn(form, 'testId'), placeId: typedIn(form, 'placeId'), versions: typedIn(form, 'versions') },
			...{ size: typedIn(form, 'size'), language: typedIn(form, 'language') }
		};
		if (!typed.testId) return incomplete(locals.lang, { field: 'testId', key: 'papers.one-of-two' }, typed);
		if (!typed.placeId) return incomplete(locals.lang, { field: 'placeId', key: 'papers.place-missing' }, typed);
		const [, kind, id = ''] = /^(test|course):(.*)$/s.exec(typed.testId) ?? [];
		const printed = kind === 'course' ? { courseId: id } : { testId: id };
		const body = { ...printed, placeId: typed.placeId, versions: numberIn(form, 'versions') || 1 };
		const answer = await ask<PaperView>(fetch, 'POST /papers', body);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		const lang = typed.language === 'en' ? 'en' : 'vi';
		redirect(303, inLanguage(lang, `/in-de/${answer.data.id}/de${typed.size === 'large' ? '?co=to' : ''}`));
	}
};

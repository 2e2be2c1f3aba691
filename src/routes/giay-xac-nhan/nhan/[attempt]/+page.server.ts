import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { askedIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { RecordView } from '../../../../certify/index.ts';
import type { Actions } from './$types';

/** The rule by which it is collected; none where it is the record of a course. */
const ruleIn = (url: URL) => {
	const rule = askedIn(url, 'theo');
	return rule === '' ? {} : { rule };
};

export const actions: Actions = {
	/** Shows the paper with the name on it; nothing is issued yet. */
	look: async ({ request, locals }) => {
		const name = typedIn(await request.formData(), 'name');
		if (!name) return incomplete(locals.lang, { field: 'name', key: 'quiz.name-missing' }, { name });
		return { problem: null, typed: { name } };
	},

	issue: async ({ request, fetch, params, url, locals }) => {
		const name = typedIn(await request.formData(), 'name');
		const answer = await ask<RecordView>(fetch, 'POST /records', {
			attemptId: params.attempt,
			name,
			...ruleIn(url)
		});
		if (!answer.ok) return refusedOrOut(url, answer, { name });
		redirect(303, `${inLanguage(locals.lang, `/giay-xac-nhan/${answer.data.code}`)}?moi`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { RecordView } from '../../../../certify/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, params, url, locals }) => {
		const name = typedIn(await request.formData(), 'name');
		if (!name) return incomplete(locals.lang, { field: 'name', key: 'quiz.name-missing' }, { name });
		const answer = await ask<RecordView>(fetch, `POST /records/${encodeURIComponent(params.code)}/name`, { name });
		if (!answer.ok) return refusedOrOut(url, answer, { name });
		redirect(303, `${inLanguage(locals.lang, `/giay-xac-nhan/${answer.data.code}`)}?sua`);
	}
};

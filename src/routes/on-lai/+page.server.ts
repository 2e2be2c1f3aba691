import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { incomplete } from '$lib/problem.ts';
import { responseIn } from '$lib/response.ts';
import { refuseSomebodyElses, whoseForm } from '$lib/whose-form.ts';
import type { ReviewVerdict } from '../../assess/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Keeps one answer and explains it on the page that comes back; sent twice it counts once. */
	answer: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const questionId = typedIn(form, 'question');
		const whose = await whoseForm({ fetch }, form);
		const dontKnow = form.has('dontKnow');
		const response = responseIn(form);
		const typed = { questionId, response };
		if (!dontKnow && Object.keys(response).length === 0)
			return incomplete(locals.lang, { field: 'response', key: 'review.answer-first' }, typed);
		const answer = await ask<ReviewVerdict>(fetch, 'POST /me/review/answers', {
			questionId,
			whose,
			...(dontKnow ? { dontKnow } : { response })
		});
		await refuseSomebodyElses({ fetch, url }, answer, form);
		return answer.ok ? { told: answer.data } : refusedOrOut(url, answer, typed);
	}
};

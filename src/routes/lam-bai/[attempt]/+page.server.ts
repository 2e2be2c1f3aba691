import { redirect } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { readAs, refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import { responseIn, responsesIn } from '$lib/response.ts';
import { refuseSomebodyElses, whoseForm } from '$lib/whose-form.ts';
import type { AttemptResult, AttemptView } from '../../../assess/index.ts';
import { queryAfter, queryFor } from './position.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Keeps one answer and goes on; sent twice it is kept once. */
	answer: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const questionId = typedIn(form, 'question');
		const whose = await whoseForm({ fetch }, form);
		const dontKnow = form.has('dontKnow');
		const response = responseIn(form);
		if (!dontKnow && Object.keys(response).length === 0)
			return incomplete(locals.lang, { field: 'response', key: 'quiz.answer-first' }, { response });
		const path = `/attempts/${encodeURIComponent(params.attempt)}`;
		const answer = await ask(fetch, `PUT ${path}/answers/${encodeURIComponent(questionId)}`, {
			...(dontKnow ? { dontKnow } : { response }),
			whose
		});
		await refuseSomebodyElses({ fetch, url }, answer, form);
		const here = inLanguage(locals.lang, `/lam-bai/${encodeURIComponent(params.attempt)}`);
		if (!answer.ok && isOver(answer.problem)) redirect(303, `${here}/ket-qua`);
		if (!answer.ok) return refusedOrOut(url, answer, { response });
		const attempt = await readAs<AttemptView>({ fetch, url }, path);
		const position = attempt.questions.findIndex(({ id }) => id === questionId);
		const told = attempt.questions[position]?.review ?? null;
		redirect(303, here + (told ? queryFor(position) : queryAfter(attempt, position)));
	},

	/** Keeps all answers of a form on one page, then shows what is still open before it is handed in. */
	all: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const given = responsesIn(form);
		const whose = await whoseForm({ fetch }, form);
		const path = `/attempts/${encodeURIComponent(params.attempt)}`;
		const here = inLanguage(locals.lang, `/lam-bai/${encodeURIComponent(params.attempt)}`);
		for (const [questionId, response] of given) {
			const answer = await ask(fetch, `PUT ${path}/answers/${encodeURIComponent(questionId)}`, { response, whose });
			await refuseSomebodyElses({ fetch, url }, answer, form);
			if (!answer.ok && isOver(answer.problem)) redirect(303, `${here}/ket-qua`);
			if (!answer.ok) return refusedOrOut(url, answer, {});
		}
		redirect(303, here + queryFor(null));
	},

	/** Hands the answers in; an attempt that is finished already shows the same result. */
	finish: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const whose = await whoseForm({ fetch }, form);
		const answer = await ask<AttemptResult>(fetch, `POST /attempts/${encodeURIComponent(params.attempt)}/finish`, {
			finishUnanswered: form.has('unanswered'),
			whose
		});
		await refuseSomebodyElses({ fetch, url }, answer, form);
		if (!answer.ok && !isOver(answer.problem)) return refusedOrOut(url, answer, {});
		redirect(303, inLanguage(locals.lang, `/lam-bai/${encodeURIComponent(params.attempt)}/ket-qua`));
	}
};

function isOver({ code }: Problem): boolean {
	return code === 'assess.attempt-closed' || code === 'assess.time-over';
}

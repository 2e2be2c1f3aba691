import { ask, refused } from '$lib/api.ts';
import { typedIn } from '$lib/forms.ts';
import { refuseSomebodyElses, whoseForm } from '$lib/whose-form.ts';
import type { AnsweredCheck, LessonStanding } from '$lib/learning.ts';
import type { Actions } from './$types';

const address = ({ course, lesson }: { course: string; lesson: string }) =>
	`/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(lesson)}`;

export const actions: Actions = {
	answer: async ({ fetch, params, request, url }) => {
		const form = await request.formData();
		const whose = await whoseForm({ fetch }, form);
		const questionId = String(form.get('question') ?? '');
		const optionId = String(form.get('option') ?? '');
		const answer = await ask<AnsweredCheck>(fetch, `POST ${address(params)}/answers`, {
			questionId,
			optionId,
			whose
		});
		await refuseSomebodyElses({ fetch, url }, answer, form);
		if (!answer.ok) return refused(answer, { questionId });
		return { answered: answer.data, chosen: optionId, standing: answer.data.lesson };
	},
	/** Without JavaScript: where she stands, which the page for everyone cannot say. */
	standing: async ({ fetch, params }) => {
		const answer = await ask<LessonStanding>(fetch, `GET ${address(params)}/standing`);
		return answer.ok ? { standing: answer.data } : refused(answer, { questionId: '' });
	},
	way: async ({ fetch, params, request, url }) => {
		const form = await request.formData();
		const whose = await whoseForm({ fetch }, form);
		const answer = await ask<LessonStanding>(fetch, `POST ${address(params)}/way`, {
			way: typedIn(form, 'way'),
			whose
		});
		await refuseSomebodyElses({ fetch, url }, answer, form);
		return answer.ok ? { standing: answer.data } : refused(answer, { questionId: '' });
	}
};

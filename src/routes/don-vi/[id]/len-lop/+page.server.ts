import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { YearDone, YearPlan } from '../../../../assign/index.ts';
import type { Actions } from './$types';

const path = ({ params }: RequestEvent) => `/organisations/${encodeURIComponent(params['id'] ?? '')}/school-year`;

function chosen(form: FormData) {
	const staying = form.getAll('staying').map(String);
	return { from: typedIn(form, 'from'), lastGrade: numberIn(form, 'lastGrade'), staying };
}

/** What was ticked comes back, to be looked at or changed once more. */
async function look(event: RequestEvent, sure: boolean) {
	const typed = chosen(await event.request.formData());
	const answer = await ask<YearPlan>(event.fetch, `POST ${path(event)}/preview`, typed);
	if (!answer.ok) return refusedOrOut(event.url, answer, {});
	return { problem: null as Problem | null, plan: answer.data, sure };
}

export const actions: Actions = {
	preview: (event) => look(event, true),
	edit: (event) => look(event, false),
	do: async (event) => {
		const typed = chosen(await event.request.formData());
		const answer = await ask<YearDone>(event.fetch, `POST ${path(event)}`, typed);
		if (!answer.ok) return refusedOrOut(event.url, answer, {});
		redirect(303, `${inLanguage(event.locals.lang, `/don-vi/${event.params.id}`)}?da-len-lop`);
	}
};

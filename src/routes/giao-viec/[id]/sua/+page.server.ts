import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { pickingOf, pickPeople } from '../../people.ts';
import { assignmentToSend, assignmentTyped, versionIn } from '../../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	people: pickPeople,

	save: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const typed = assignmentTyped(form);
		const id = encodeURIComponent(params.id);
		const body = { ...assignmentToSend(typed), version: versionIn(form) };
		const answer = await ask(fetch, `PUT /assignments/${id}`, body);
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed, picking: await pickingOf(fetch, typed.people) });
		redirect(303, `${inLanguage(locals.lang, `/giao-viec/${id}`)}?xong=luu`);
	}
};

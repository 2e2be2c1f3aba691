import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { AssignmentView } from '../../../assign/index.ts';
import { pickingOf, pickPeople } from '../people.ts';
import { assignmentToSend, assignmentTyped } from '../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	people: pickPeople,

	save: async ({ request, fetch, url, locals }) => {
		const typed = assignmentTyped(await request.formData());
		const answer = await ask<AssignmentView>(fetch, 'POST /assignments', assignmentToSend(typed));
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed, picking: await pickingOf(fetch, typed.people) });
		redirect(303, inLanguage(locals.lang, `/giao-viec/${answer.data.id}`));
	}
};

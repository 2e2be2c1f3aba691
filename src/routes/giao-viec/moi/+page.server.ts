import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { AssignmentView } from '../../../assign/index.ts';
import { formSteps, shownAgain } from '../steps.ts';
import { assignmentToSend, assignmentTyped } from '../typed.ts';
import type { Actions, RequestEvent } from './$types';

export const actions: Actions = formSteps(async ({ fetch, url, locals }: RequestEvent, form) => {
	const answer = await ask<AssignmentView>(fetch, 'POST /assignments', assignmentToSend(assignmentTyped(form)));
	if (!answer.ok) return refusedOrOut(url, answer, await shownAgain(fetch, form));
	redirect(303, inLanguage(locals.lang, `/giao-viec/${answer.data.id}`));
});

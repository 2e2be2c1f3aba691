import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { formSteps, shownAgain } from '../../steps.ts';
import { assignmentToSend, assignmentTyped, versionIn } from '../../typed.ts';
import type { Actions, RequestEvent } from './$types';

export const actions: Actions = formSteps(async ({ fetch, params, url, locals }: RequestEvent, form) => {
	const id = encodeURIComponent(params.id);
	const body = { ...assignmentToSend(assignmentTyped(form)), version: versionIn(form) };
	const answer = await ask(fetch, `PUT /assignments/${id}`, body);
	if (!answer.ok) return refusedOrOut(url, answer, await shownAgain(fetch, form));
	redirect(303, `${inLanguage(locals.lang, `/giao-viec/${id}`)}?xong=luu`);
});

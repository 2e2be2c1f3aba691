import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

const path = ({ params }: RequestEvent) => `/imports/${encodeURIComponent(params['id'] ?? '')}`;

/** Back to the page, which says how far it is. */
function back({ url, params, locals }: RequestEvent, answer: Answer<unknown>) {
	if (!answer.ok) return refusedOrOut(url, answer, {});
	redirect(303, inLanguage(locals.lang, `/nhap-bang/${params['id']}`));
}

export const actions: Actions = {
	start: async (event) => back(event, await ask(event.fetch, `POST ${path(event)}/start`, {})),
	undo: async (event) => back(event, await ask(event.fetch, `POST ${path(event)}/undoing`, {})),
	drop: async (event) => back(event, await ask(event.fetch, `DELETE ${path(event)}`))
};

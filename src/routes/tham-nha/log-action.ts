import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import { entryToSend, entryTyped } from './typed.ts';

/** Sends what was typed into one of the two logs, and comes back to it. */
export async function logEntry({ request, fetch, url, locals }: RequestEvent, path: string) {
	const typed = entryTyped(await request.formData());
	const answer = await ask(fetch, 'POST /help-entries', { ...entryToSend(typed), id: typed.id });
	if (!answer.ok) {
		// An id that is taken is no fault of hers: the form gets another.
		const id = answer.problem.code === 'visits.id-taken' ? crypto.randomUUID() : typed.id;
		return refusedOrOut(url, answer, { ...typed, id });
	}
	redirect(303, `${inLanguage(locals.lang, path)}?xong=ghi`);
}

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { narrowedTo } from './asked.ts';
import type { Actions } from './$types';

/** Back to the page as it was narrowed, which says so. */
function back({ url, locals }: RequestEvent, answer: Answer<unknown>, { typed, done }: { typed: Typed; done: string }) {
	if (!answer.ok) return refusedOrOut(url, answer, typed);
	const query = new URLSearchParams({ ...narrowedTo(url), xong: done });
	redirect(303, `${inLanguage(locals.lang, '/giao-viec/gop-y')}?${query}`);
}

interface Typed extends Record<string, string> {
	/** The thread that is answered; empty where a new one begins. */
	id: string;
	placeId: string;
	text: string;
}

async function typedOf({ request }: RequestEvent): Promise<Typed> {
	const form = await request.formData();
	return { id: typedIn(form, 'id'), placeId: typedIn(form, 'placeId'), text: typedIn(form, 'text') };
}

export const actions: Actions = {
	write: async (event) => {
		const typed = await typedOf(event);
		const assignmentId = given(narrowedTo(event.url)['viec'] ?? '');
		const body = { placeId: given(typed.placeId), assignmentId, text: typed.text };
		return back(event, await ask(event.fetch, 'POST /comments', body), { typed, done: 'gui' });
	},
	reply: async (event) => {
		const typed = await typedOf(event);
		const path = `/comments/${encodeURIComponent(typed.id || 'none')}/replies`;
		return back(event, await ask(event.fetch, `POST ${path}`, { text: typed.text }), { typed, done: 'gui' });
	},
	withdraw: async (event) => {
		const { id } = await typedOf(event);
		const path = `/comments/${encodeURIComponent(id || 'none')}/withdrawal`;
		const typed = { id: '', placeId: '', text: '' };
		return back(event, await ask(event.fetch, `POST ${path}`, {}), { typed, done: 'rut' });
	}
};

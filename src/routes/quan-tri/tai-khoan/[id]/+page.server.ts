import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';
import type { ReopeningSheet } from './sheet.ts';

export const actions: Actions = {
	/** Makes the sheet; it is shown once, in the answer to this very post, and kept nowhere. */
	reopen: async ({ fetch, params, url }) => {
		const answer = await ask<ReopeningSheet>(fetch, 'POST /reopenings', { accountId: params.id });
		if (!answer.ok) return refusedOrOut(url, answer, { role: '', placeId: '' });
		return { sheet: answer.data };
	},

	grant: async (event) => {
		const form = await event.request.formData();
		const typed = { role: typedIn(form, 'role'), placeId: typedIn(form, 'placeId') };
		if (!typed.role) return incomplete(event.locals.lang, { field: 'role', key: 'admin.role-missing' }, typed);
		if (!typed.placeId)
			return incomplete(event.locals.lang, { field: 'placeId', key: 'admin.grant-place-missing' }, typed);
		const answer = await ask(event.fetch, 'POST /grants', { accountId: event.params.id, ...typed });
		if (!answer.ok) return refusedOrOut(event.url, answer, typed);
		backWith(event, 'cap');
	},

	revoke: async (event) => {
		const id = typedIn(await event.request.formData(), 'grant');
		const answer = await ask(event.fetch, `DELETE /grants/${encodeURIComponent(id)}`);
		if (!answer.ok && answer.status !== 404) return refusedOrOut(event.url, answer, { role: '', placeId: '' });
		backWith(event, 'thoi');
	}
};

function backWith({ locals, params }: RequestEvent, done: string): never {
	redirect(303, `${inLanguage(locals.lang, `/quan-tri/tai-khoan/${params.id}`)}?xong=${done}`);
}

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage, type Lang } from '$lib/language.ts';
import type { EntryView } from '../../../community/index.ts';
import { entryToSend, entryTyped } from '../typed.ts';
import type { Actions } from './$types';

const logOf = (lang: Lang, { kind }: EntryView) => inLanguage(lang, kind === 'visit' ? '/tham-nha' : '/quay-huong-dan');

export const actions: Actions = {
	change: async ({ request, fetch, url, params, locals }) => {
		const typed = entryTyped(await request.formData());
		const path = `/help-entries/${encodeURIComponent(params.id)}`;
		const answer = await ask<EntryView>(fetch, `PUT ${path}`, entryToSend(typed));
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed });
		redirect(303, `${logOf(locals.lang, answer.data)}?xong=sua`);
	},

	strike: async ({ fetch, url, params, locals }) => {
		const path = `/help-entries/${encodeURIComponent(params.id)}/striking`;
		const answer = await ask<EntryView>(fetch, `POST ${path}`, {});
		if (!answer.ok) return refusedOrOut(url, answer, {});
		redirect(303, `${logOf(locals.lang, answer.data)}?xong=gach`);
	}
};

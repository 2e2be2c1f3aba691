import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

/** Back to the page where it worked; otherwise what was typed, with what is wrong. */
function back(
	{ url, locals }: RequestEvent,
	answer: Answer<unknown>,
	typed: { name: string; code: string; done?: string }
) {
	if (!answer.ok) return refusedOrOut(url, answer, typed);
	redirect(303, `${inLanguage(locals.lang, '/gia-dinh')}?xong=${typed.done ?? 'luu'}`);
}

const nothing = { name: '', code: '' };

export const actions: Actions = {
	make: async (event) => {
		const name = typedIn(await event.request.formData(), 'name');
		return back(event, await ask(event.fetch, 'POST /households', { name }), { ...nothing, name });
	},
	join: async (event) => {
		const code = typedIn(await event.request.formData(), 'code');
		return back(event, await ask(event.fetch, 'POST /me/household', { code }), { ...nothing, code });
	},
	guide: async (event) => {
		const guides = typedIn(await event.request.formData(), 'guides') === 'true';
		return back(event, await ask(event.fetch, 'PUT /me/household', { guides }), nothing);
	},
	leave: async (event) => back(event, await ask(event.fetch, 'DELETE /me/household'), { ...nothing, done: 'ra' })
};

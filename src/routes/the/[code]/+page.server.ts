import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

/** Code and PIN as the API takes them; the PIN is never put back into the page. */
async function typedCard({ request, params }: RequestEvent<{ code: string }>) {
	const form = await request.formData();
	return { card: { code: params.code, pin: typedIn(form, 'pin') }, sure: typedIn(form, 'sure') !== '' };
}

export const actions: Actions = {
	open: async (event) => {
		const { card } = await typedCard(event);
		const answer = await ask(event.fetch, 'POST /cards/open', card);
		if (!answer.ok) return refused(answer, {});
		redirect(303, inLanguage(event.locals.lang, '/the'));
	},

	take: async (event) => {
		const { card, sure } = await typedCard(event);
		const answer = await ask(event.fetch, 'POST /cards/taking', { ...card, sure });
		if (!answer.ok) return refused(answer, {});
		redirect(303, `${inLanguage(event.locals.lang, '/the')}?xong=chuyen`);
	}
};

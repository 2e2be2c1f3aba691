import { redirect } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { chosenPlace, placesUnder, typedPlace } from '../../../dang-ky/place.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Shows the communes of the chosen province and the villages of the chosen commune; all that was typed stays. */
	place: async ({ request, fetch }) => {
		const form = await request.formData();
		const typed = { ...everythingTyped(form), ...(await placesUnder(fetch, typedPlace(form))) };
		return { problem: null as Problem | null, typed };
	},

	save: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = everythingTyped(form);
		const stays = typed.drop ? undefined : given(typed.placeId);
		const answer = await ask(fetch, 'PUT /me/account', {
			name: typed.name,
			birthYear: numberIn(form, 'birthYear'),
			phone: given(typed.phone),
			username: given(typed.username),
			placeId: chosenPlace(typedPlace(form)) ?? stays
		});
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed, ...(await placesUnder(fetch, typedPlace(form))) });
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/du-lieu')}?da-luu`);
	}
};

function everythingTyped(form: FormData) {
	return {
		name: typedIn(form, 'name'),
		birthYear: typedIn(form, 'birthYear'),
		phone: typedIn(form, 'phone'),
		username: typedIn(form, 'username'),
		/** The place on file, which stays where no other is chosen. */
		placeId: typedIn(form, 'placeId'),
		drop: form.has('drop'),
		...typedPlace(form)
	};
}

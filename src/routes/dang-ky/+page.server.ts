import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { given, numberIn, secretIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { sitePath } from '$lib/site-path.ts';
import { chosenPlace, placesUnder, typedPlace } from './place.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Shows the communes of the chosen province and the villages of the chosen commune; all that was typed stays. */
	place: async ({ request, fetch }) => {
		const form = await request.formData();
		return { problem: null, typed: { ...everythingTyped(form), ...(await placesUnder(fetch, typedPlace(form))) } };
	},

	create: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = everythingTyped(form);
		const answer = await ask(fetch, 'POST /accounts', {
			name: typed.name,
			birthYear: numberIn(form, 'birthYear'),
			phone: given(typed.phone),
			username: given(typed.username),
			placeId: chosenPlace(typedPlace(form)),
			password: secretIn(form, 'password'),
			...(form.has('unclaimed') && { takeDeviceLearning: typed.mine })
		});
		if (!answer.ok) return refused(answer, { ...typed, ...(await placesUnder(fetch, typedPlace(form))) });
		redirect(303, sitePath(url.searchParams.get('tiep')) ?? `${inLanguage(locals.lang, '/cua-toi')}?moi`);
	}
};

function everythingTyped(form: FormData) {
	return {
		name: typedIn(form, 'name'),
		birthYear: typedIn(form, 'birthYear'),
		phone: typedIn(form, 'phone'),
		username: typedIn(form, 'username'),
		mine: form.has('mine'),
		...typedPlace(form)
	};
}

import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { afterSignIn } from '$lib/entry.ts';
import { secretIn, typedIn } from '$lib/forms.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const typed = { identifier: typedIn(form, 'identifier'), code: typedIn(form, 'code') };
		const answer = await ask(event.fetch, 'POST /reopenings/use', {
			...typed,
			password: secretIn(form, 'password')
		});
		if (!answer.ok) return refused(answer, typed);
		redirect(303, await afterSignIn(event, null));
	}
};

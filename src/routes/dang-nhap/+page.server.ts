import { redirect } from '@sveltejs/kit';
import { ask, refused } from '$lib/api.ts';
import { afterSignIn } from '$lib/entry.ts';
import { given, secretIn, typedIn } from '$lib/forms.ts';
import { incomplete } from '$lib/problem.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const typed = { identifier: typedIn(form, 'identifier'), accountId: typedIn(form, 'accountId') };
		const nobody = { field: 'accountId', key: 'account.who-missing' };
		if (form.has('person') && !typed.accountId)
			return incomplete(event.locals.lang, nobody, { ...typed, people: people(form, {}) });
		const answer = await ask(event.fetch, 'POST /session', {
			identifier: typed.identifier,
			password: secretIn(form, 'password'),
			accountId: given(typed.accountId)
		});
		if (!answer.ok) return refused(answer, { ...typed, people: people(form, answer.problem.extra) });
		redirect(303, await afterSignIn(event, sitePath(event.url.searchParams.get('tiep'))));
	}
};

interface Person {
	accountId: string;
	name: string;
}

/** Whom the API asks to choose from; kept through a second try by the form itself. */
function people(form: FormData, extra: Record<string, unknown>): Person[] {
	if (Array.isArray(extra.people)) return extra.people as Person[]; // the API's contract for identity.which-person
	return form.getAll('person').flatMap((each) => {
		const [accountId = '', name = ''] = String(each).split('|', 2);
		return accountId ? [{ accountId, name }] : [];
	});
}

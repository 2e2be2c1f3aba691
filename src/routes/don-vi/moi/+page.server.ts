import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { OrganisationView } from '../../../places/index.ts';
import { detailsSent, detailsTyped } from '../choices.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = { name: typedIn(form, 'name'), parentId: typedIn(form, 'parentId'), ...detailsTyped(form) };
		const { name, parentId } = typed;
		const answer = await ask<OrganisationView>(fetch, 'POST /organisations', { name, parentId, ...detailsSent(typed) });
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, `/don-vi/${answer.data.id}`)}?da-lap`);
	}
};

import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { PlaceView } from '../../places/index.ts';
import { contactFields, contactKinds, type TypedContact } from './contacts.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const form = await request.formData();
		const typed = {
			parentId: typedIn(form, 'parentId'),
			name: typedIn(form, 'name'),
			localKind: typedIn(form, 'localKind'),
			villages: typedIn(form, 'villages'),
			contacts: contactsTyped(form)
		};
		const organisation = typed.localKind === 'organisation';
		const answer = await ask<PlaceView>(fetch, 'POST /places', {
			parentId: typed.parentId,
			name: typed.name,
			...(organisation ? { kind: 'organisation' } : { kind: 'commune', localKind: given(typed.localKind) }),
			villages: typed.villages,
			contacts: typed.contacts
		});
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		redirect(303, `${inLanguage(locals.lang, '/lap-dia-ban')}?xong=${encodeURIComponent(answer.data.id)}`);
	}
};

/** One card of each kind, in the page's order; the API drops those left blank. */
function contactsTyped(form: FormData): TypedContact[] {
	return contactKinds.map((kind, position) => {
		const texts = contactFields.map((field) => [field, typedIn(form, `contacts.${position}.${field}`)] as const);
		return { kind, ...(Object.fromEntries(texts) as Omit<TypedContact, 'kind'>) }; // every field is in contactFields
	});
}

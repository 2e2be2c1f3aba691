import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions, RouteParams } from './$types';

const api = (id: string) => `/households/${encodeURIComponent(id)}/members`;

type Event = RequestEvent<RouteParams>;
type Typed = { helpedId: string; consent: boolean };

const nothing: Typed = { helpedId: '', consent: false };

function back({ url, locals, params }: Event, answer: Answer<unknown>, typed: Typed) {
	if (!answer.ok) return refusedOrOut(url, answer, typed);
	redirect(303, `${inLanguage(locals.lang, `/gia-dinh/thon/${params.id}`)}?xong=luu`);
}

/** Nobody left means that the household is gone too: then back to the list. */
function out({ url, locals }: Event, answer: Answer<unknown>) {
	if (!answer.ok) return refusedOrOut(url, answer, nothing);
	redirect(303, inLanguage(locals.lang, '/gia-dinh/thon'));
}

export const actions: Actions = {
	add: async (event) => {
		const form = await event.request.formData();
		const typed = { helpedId: typedIn(form, 'helpedId'), consent: typedIn(form, 'consent') !== '' };
		if (!typed.helpedId)
			return incomplete(event.locals.lang, { field: 'helpedId', key: 'families.relative-missing' }, typed);
		return back(event, await ask(event.fetch, `POST ${api(event.params.id)}`, typed), typed);
	},
	guide: async (event) => {
		const form = await event.request.formData();
		const path = `${api(event.params.id)}/${encodeURIComponent(typedIn(form, 'member'))}`;
		const guides = typedIn(form, 'guides') === 'true';
		return back(event, await ask(event.fetch, `PUT ${path}`, { guides }), nothing);
	},
	remove: async (event) => {
		const member = typedIn(await event.request.formData(), 'member');
		const path = `${api(event.params.id)}/${encodeURIComponent(member)}`;
		return out(event, await ask(event.fetch, `DELETE ${path}`));
	}
};

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { emptyEntry, entryToSend, entryTyped } from '../typed.ts';
import type { Actions } from './$types';

const path = ({ params }: RequestEvent) => `/staff-entries/${encodeURIComponent(params['entry'] ?? '')}`;
const list = ({ params, locals }: RequestEvent) => inLanguage(locals.lang, `/don-vi/${params['id']}/danh-sach`);

/** Back to the page where it worked, which says so. */
function back(event: RequestEvent, answer: Answer<unknown>) {
	if (!answer.ok) return refusedOrOut(event.url, answer, emptyEntry);
	redirect(303, `${list(event)}/${event.params['entry']}?xong`);
}

export const actions: Actions = {
	change: async (event) => {
		const form = await event.request.formData();
		const answer = await ask(event.fetch, `PUT ${path(event)}`, entryToSend(form));
		return answer.ok ? back(event, answer) : refusedOrOut(event.url, answer, entryTyped(form));
	},
	match: async (event) => {
		const membershipId = typedIn(await event.request.formData(), 'membershipId') || 'none';
		return back(event, await ask(event.fetch, `PUT ${path(event)}/match`, { membershipId }));
	},
	part: async (event) => back(event, await ask(event.fetch, `DELETE ${path(event)}/match`)),
	end: async (event) => {
		const answer = await ask(event.fetch, `DELETE ${path(event)}`);
		if (!answer.ok) return refusedOrOut(event.url, answer, emptyEntry);
		redirect(303, `${list(event)}?xong=bo`);
	}
};

import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { Actions } from './$types';

const path = (event: RequestEvent) => `/organisations/${encodeURIComponent(event.params['id'] ?? '')}`;
const one = (form: FormData) => encodeURIComponent(typedIn(form, 'id') || 'none');

/** Back to the page where it worked, which says so. */
function back(event: RequestEvent, answer: Answer<unknown>, done: string) {
	if (!answer.ok) return refusedOrOut(event.url, answer, {});
	redirect(303, `${inLanguage(event.locals.lang, `/don-vi/${event.params['id']}/nguoi`)}?xong=${done}`);
}

export const actions: Actions = {
	code: async (event) => {
		const days = numberIn(await event.request.formData(), 'days');
		return back(event, await ask(event.fetch, `POST ${path(event)}/join-codes`, { days }), 'ma');
	},
	end: async (event) => {
		const id = one(await event.request.formData());
		return back(event, await ask(event.fetch, `DELETE ${path(event)}/join-codes/${id}`), 'ngung');
	},
	remove: async (event) => {
		const id = one(await event.request.formData());
		return back(event, await ask(event.fetch, `DELETE /memberships/${id}`), 'dua-ra');
	},
	move: async (event) => {
		const form = await event.request.formData();
		const placeId = typedIn(form, 'placeId');
		if (!placeId) return incomplete(event.locals.lang, { field: 'placeId', key: 'members.move-none' }, {});
		return back(event, await ask(event.fetch, `POST /memberships/${one(form)}/transfer`, { placeId }), 'chuyen');
	}
};

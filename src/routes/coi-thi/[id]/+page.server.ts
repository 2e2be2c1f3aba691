import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, numberIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

type Event = RequestEvent<{ id: string }>;

/** Does it and comes back to the page, so that loading it anew sends nothing twice. */
async function steer({ fetch, params, url, locals }: Event, call: { what: string; said: string }, body: object) {
	const id = encodeURIComponent(params.id);
	const answer = await ask(fetch, `POST /sittings/${id}/${call.what}`, body);
	const typed = { attemptId: '', reason: '', ...body };
	if (!answer.ok) return refusedOrOut(url, answer, { attemptId: typed.attemptId, reason: typed.reason });
	redirect(303, `${inLanguage(locals.lang, `/coi-thi/${id}`)}?xong=${call.said}`);
}

const whom = (form: FormData) => {
	const attemptId = given(typedIn(form, 'attemptId'));
	return attemptId === undefined ? {} : { attemptId };
};

export const actions: Actions = {
	pause: async (event) => steer(event, { what: 'pause', said: 'paused' }, whom(await event.request.formData())),
	resume: async (event) => steer(event, { what: 'resume', said: 'resumed' }, whom(await event.request.formData())),
	extend: async (event) => {
		const form = await event.request.formData();
		const body = { ...whom(form), minutes: numberIn(form, 'minutes'), key: typedIn(form, 'key') };
		return steer(event, { what: 'extensions', said: 'extended' }, body);
	},
	check: async (event) =>
		steer(event, { what: 'identity-checks', said: 'checked' }, whom(await event.request.formData())),
	void: async (event) => {
		const form = await event.request.formData();
		return steer(event, { what: 'voids', said: 'void' }, { ...whom(form), reason: typedIn(form, 'reason') });
	},
	close: async (event) => {
		const endAll = (await event.request.formData()).has('endAll');
		return steer(event, { what: 'closing', said: 'closed' }, { endAll });
	}
};

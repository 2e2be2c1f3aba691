import { redirect } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { PlaceView } from '../../../places/index.ts';
import type { Actions, RequestEvent } from './$types';

const nothing = { name: '', from: '', document: '', officialCode: '', district: '' };

/** Says no with what was typed, or shows the place as it is now. */
function after(
	{ url, locals }: RequestEvent,
	answer: Answer<PlaceView>,
	{ done, typed = {} }: { done: string; typed?: Partial<typeof nothing> }
) {
	if (!answer.ok) return refusedOrOut(url, answer, { ...nothing, ...typed });
	redirect(303, `${inLanguage(locals.lang, `/dia-ban/${answer.data.id}`)}?${done}`);
}

const pathOf = ({ params }: RequestEvent) => `/places/${encodeURIComponent(params.id)}` as const;

export const actions: Actions = {
	rename: async (event) => {
		const form = await event.request.formData();
		const typed = { name: typedIn(form, 'name'), from: typedIn(form, 'from'), document: typedIn(form, 'document') };
		const answer = await ask<PlaceView>(event.fetch, `POST ${pathOf(event)}/naming`, typed);
		return after(event, answer, { done: 'da-doi', typed });
	},

	code: async (event) => {
		const typed = { officialCode: typedIn(await event.request.formData(), 'officialCode') };
		const answer = await ask<PlaceView>(event.fetch, `PUT ${pathOf(event)}/official-code`, typed);
		return after(event, answer, { done: 'da-ma', typed });
	},

	district: async (event) => {
		const district = typedIn(await event.request.formData(), 'district');
		const answer = await ask<PlaceView>(event.fetch, `POST ${pathOf(event)}/districts`, { name: district });
		return after(event, answer, { done: 'da-huyen', typed: { district } });
	},

	undistrict: async (event) => {
		const id = encodeURIComponent(typedIn(await event.request.formData(), 'ten'));
		const answer = await ask<PlaceView>(event.fetch, `DELETE ${pathOf(event)}/districts/${id}`);
		return after(event, answer, { done: 'da-huyen' });
	},

	merge: async (event) => {
		const into = typedIn(await event.request.formData(), 'vao');
		const answer = await ask<PlaceView>(event.fetch, `POST ${pathOf(event)}/merging`, { into });
		return after(event, answer, { done: 'da-gop' });
	}
};

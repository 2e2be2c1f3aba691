import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { PlaceView } from '../../../../places/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	merge: async ({ request, fetch, params, url, locals }) => {
		const into = typedIn(await request.formData(), 'vao');
		const path = `/places/${encodeURIComponent(params.id)}/merging` as const;
		const answer = await ask<PlaceView>(fetch, `POST ${path}`, { into });
		if (!answer.ok) return refusedOrOut(url, answer, { into });
		const above = encodeURIComponent(answer.data.parentId ?? '');
		redirect(303, `${inLanguage(locals.lang, '/lap-dia-ban/thon')}?noi=${above}&da-gop`);
	},

	end: async ({ request, fetch, params, url, locals }) => {
		const above = encodeURIComponent(typedIn(await request.formData(), 'tren'));
		const answer = await ask(fetch, `POST /places/${encodeURIComponent(params.id)}/ending`, {});
		if (!answer.ok) return refusedOrOut(url, answer, { into: '' });
		redirect(303, `${inLanguage(locals.lang, '/lap-dia-ban/thon')}?noi=${above}&da-ngung`);
	}
};

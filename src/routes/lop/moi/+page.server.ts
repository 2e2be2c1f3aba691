import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { inLanguage } from '$lib/language.ts';
import type { ClassView } from '../../../community/index.ts';
import { classToSend, classTyped } from '../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, fetch, url, locals }) => {
		const typed = classTyped(await request.formData());
		const from = url.searchParams.get('tu');
		const answer = await ask<ClassView>(fetch, 'POST /classes', {
			...classToSend(typed),
			...(from && { followsId: from })
		});
		if (!answer.ok) return refusedOrOut(url, answer, { ...typed });
		redirect(303, `${inLanguage(locals.lang, `/lop/${answer.data.id}`)}?xong=moi`);
	}
};

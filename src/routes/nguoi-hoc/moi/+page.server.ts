import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import type { PrintedCard } from '../../../community/index.ts';
import { helpedToSend, helpedTyped } from '../typed.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Makes her and her card, which is shown once, in the answer to this very post. */
	default: async ({ request, fetch, url }) => {
		const form = await request.formData();
		const guardian = typedIn(form, 'guardian');
		const consent = typedIn(form, 'consent') !== '';
		const sent = { ...helpedToSend(form), consent, guardian: given(guardian) };
		const answer = await ask<PrintedCard>(fetch, 'POST /helped-learners', sent);
		const typed = { ...helpedTyped(form), guardian, consent };
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		return { problem: null as Problem | null, typed, card: answer.data };
	}
};

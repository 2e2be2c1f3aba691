import { ask, refused } from '$lib/api.ts';
import { typedIn } from '$lib/forms.ts';
import type { CheckedList } from '../../../certify/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Checks the list and shows it under the form, which keeps what was typed. */
	default: async ({ request, fetch }) => {
		const codes = typedIn(await request.formData(), 'codes');
		const answer = await ask<CheckedList>(fetch, 'POST /verifications', { rows: codes.split(/\r\n?|\n/) });
		if (answer.ok) return { problem: null, typed: { codes }, rows: answer.data.rows };
		const { problem } = answer;
		return refused({ ...answer, problem: { ...problem, fields: { codes: problem.message } } }, { codes });
	}
};

import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import type { Invitation } from '../../../community/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Makes the code; it is shown once, in the answer to this very post. */
	invite: async ({ fetch, params, url }) => {
		const answer = await ask<Invitation>(fetch, `POST /teams/${encodeURIComponent(params.id)}/invitations`, {});
		if (!answer.ok) return refusedOrOut(url, answer, {});
		return { problem: null as Problem | null, invitation: answer.data };
	}
};

import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import type { ReminderCount } from '../../../assign/index.ts';
import type { Actions } from './$types';
import { filtersIn } from '../bang/filters.ts';

export const actions: Actions = {
	default: async ({ fetch, url }) => {
		const { placeId, assignmentId } = Object.fromEntries(filtersIn(url).asked);
		const answer = await ask<ReminderCount>(fetch, 'POST /duty-reminders', { placeId, assignmentId });
		if (!answer.ok) return refusedOrOut(url, answer, {});
		return { problem: null as Problem | null, done: answer.data };
	}
};

import { ask, read } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import type { OwnDuties } from '../../assign/index.ts';
import type { Me } from '../../identity/index.ts';
import type { PageLoad } from './$types';

const filters = { 'can-hoc': 'todo', 'da-xong': 'done' } as const;

export const load: PageLoad = async ({ fetch, url }) => {
	const answer = await ask<OwnDuties>(fetch, 'GET /me/duties');
	if (!answer.ok && answer.problem.code !== 'identity.no-learner') turnAway(url, answer);
	const duties = answer.ok ? answer.data.duties : [];
	const open = duties.filter(({ state }) => state === 'open');
	const over = duties.filter(({ state }) => state !== 'open');
	const show = filters[url.searchParams.get('loc') as keyof typeof filters] ?? 'all';
	return {
		/** Without an account nobody knows yet what was given to her. */
		signedIn: (await read<Me>(fetch, '/session')).account !== null,
		show,
		shown: { all: duties, todo: open, done: over }[show],
		counts: { all: duties.length, todo: open.length, done: over.length },
		late: open.filter((duty) => duty.late).length,
		/** What to do first, under its own heading. */
		first: open[0] ?? null,
		handedIn: url.searchParams.has('da-gui')
	};
};

import { ask } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import type { AccountView } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const query = url.searchParams.get('tim')?.trim() ?? '';
	const after = url.searchParams.get('sau');
	const asked = new URLSearchParams({ ...(query && { query }), ...(after && { after }) });
	const answer = await ask<{ accounts: AccountView[]; next: string | null }>(fetch, `GET /accounts?${asked}`);
	if (answer.ok) return { query, accounts: answer.data.accounts, next: answer.data.next, problem: null };
	if (answer.status !== 400) return turnAway(url, answer);
	const { message } = answer.problem;
	const told = answer.problem.fields.query ?? message;
	return { query, accounts: [], next: null, problem: { ...answer.problem, fields: { tim: told } } };
};

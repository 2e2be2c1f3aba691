import { ask, type Problem } from '$lib/api.ts';
import { readAs, turnAway } from '$lib/entry.ts';
import type { AuditCheck, AuditList } from '../../../audit/index.ts';
import type { PageLoad } from './$types';

/** Filters as they stand in the address bar, and what the API calls them. */
const names = { viec: 'action', nguoi: 'actor', tu: 'from', den: 'to' } as const;
type Name = keyof typeof names;

export const load: PageLoad = async ({ fetch, url }) => {
	const chosen = chosenIn(url);
	const before = url.searchParams.get('truoc');
	const filters = Object.entries(chosen).map(([name, value]) => [names[name as Name], value]);
	const asked = new URLSearchParams([...filters, ...(before ? [['before', before]] : [])]);
	const answer = await ask<AuditList>(fetch, `GET /audit?${asked}`);
	if (!answer.ok && answer.status !== 400) return turnAway(url, answer);
	const check = await readAs<AuditCheck>({ fetch, url }, '/audit/check');
	const trail = answer.ok
		? answer.data
		: { ...(await readAs<AuditList>({ fetch, url }, '/audit?limit=1')), ...nothing };
	return {
		trail,
		check,
		chosen,
		further: before !== null,
		problem: answer.ok ? null : inOwnWords(answer.problem),
		/** The same filters for the API, e.g. for taking what is shown away. */
		exported: new URLSearchParams(filters).toString()
	};
};

/** What a filter that can't be read finds; the choices stay. */
const nothing = { entries: [], next: null };

function chosenIn(url: URL): Partial<Record<Name, string>> {
	const given = Object.keys(names).map((name) => [name, url.searchParams.get(name)?.trim() ?? ''] as const);
	return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The fields by the names they have on this page. */
function inOwnWords(problem: Problem): Problem {
	const fields = Object.entries(names).flatMap(([name, field]) => {
		const message = problem.fields[field];
		return message === undefined ? [] : [[name, message]];
	});
	return { ...problem, fields: Object.fromEntries(fields) as Record<string, string> };
}

import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import type { FoundPeople } from '../../assign/index.ts';
import { assignmentTyped, versionIn } from './typed.ts';

/** Single people as the form has them: who was chosen, and whom a search found. */
export interface Picking {
	query: string;
	chosen: FoundPeople['chosen'];
	/** Null before anybody was searched for. */
	found: FoundPeople['people'] | null;
	more: boolean;
}

export const noPicking: Picking = { query: '', chosen: [], found: null, more: false };

const pairs = (people: readonly string[]) =>
	people.map((each) => {
		const [placeId = '', learnerId = ''] = each.split(' ');
		return { placeId, learnerId };
	});

/** How somebody stands in the form. */
export const personKey = ({ placeId, learnerId }: { placeId: string; learnerId: string }) => `${placeId} ${learnerId}`;

/** Calls those who were chosen by their names, and looks for others. */
function askPeople(fetch: typeof globalThis.fetch, people: readonly string[], query = '') {
	return ask<FoundPeople>(fetch, 'POST /assignment-people', { query: query.slice(0, 100), chosen: pairs(people) });
}

/** Of a form that is opened or shown again: those who were chosen; nobody where that can't be told. */
export async function pickingOf(fetch: typeof globalThis.fetch, people: readonly string[]): Promise<Picking> {
	if (people.length === 0) return noPicking;
	const answer = await askPeople(fetch, people);
	return answer.ok ? { ...noPicking, chosen: answer.data.chosen } : noPicking;
}

/** A step of the form: searches, adds or takes out, and keeps all that was typed. */
export async function pickPeople({
	request,
	fetch,
	url
}: {
	request: Request;
	fetch: typeof globalThis.fetch;
	url: URL;
}) {
	const form = await request.formData();
	const typed = assignmentTyped(form);
	const [added, removed, query] = [typedIn(form, 'add'), typedIn(form, 'remove'), typedIn(form, 'query')];
	const people = [...new Set([...typed.people, ...(added ? [added] : [])])].filter((each) => each !== removed);
	const answer = await askPeople(fetch, people, query);
	if (!answer.ok) return refusedOrOut(url, answer, { ...typed, people, picking: noPicking });
	const { chosen, people: found, more } = answer.data;
	const picking: Picking = { query, chosen, found: query === '' ? null : found, more };
	return {
		problem: null as Problem | null,
		typed: { ...typed, people: chosen.map(personKey), picking },
		version: versionIn(form)
	};
}

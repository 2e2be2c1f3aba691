import { ask } from '$lib/api.ts';
import type { FoundPeople } from '../../assign/index.ts';

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
export function askPeople(fetch: typeof globalThis.fetch, people: readonly string[], query = '') {
	return ask<FoundPeople>(fetch, 'POST /assignment-people', { query: query.slice(0, 100), chosen: pairs(people) });
}

/** Of a form that is opened or shown again: those who were chosen; nobody where that can't be told. */
export async function pickingOf(
	fetch: typeof globalThis.fetch,
	people: readonly string[],
	query = ''
): Promise<Picking> {
	if (people.length === 0) return { ...noPicking, query };
	const answer = await askPeople(fetch, people);
	return { ...noPicking, query, chosen: answer.ok ? answer.data.chosen : [] };
}

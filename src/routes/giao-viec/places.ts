import { ask } from '$lib/api.ts';
import type { FoundPlaces } from '../../assign/index.ts';
import { placeChoices, type Choice } from './place-choices.ts';
import type { AssignmentTyped } from './typed.ts';

/** Places as the form has them besides those it offers: which were chosen, and which a search found. */
export interface Placing {
	query: string;
	chosen: Choice[];
	/** Null before any was searched for. */
	found: Choice[] | null;
	more: boolean;
}

export const noPlacing: Placing = { query: '', chosen: [], found: null, more: false };

type Wanted = Pick<AssignmentTyped, 'placeId' | 'targets'>;

/** Calls the places that were chosen by their names, and looks for others. */
export function askPlaces(fetch: typeof globalThis.fetch, { placeId, targets }: Wanted, query = '') {
	const chosen = [...new Set([placeId, ...targets])].filter(Boolean);
	return ask<FoundPlaces>(fetch, 'POST /assignment-places', { query: query.slice(0, 100), chosen });
}

/** Of a form that is shown again: the places that were chosen, and what stands in the field for searching. */
export async function placingOf(fetch: typeof globalThis.fetch, wanted: Wanted, query: string): Promise<Placing> {
	const answer = await askPlaces(fetch, wanted);
	return { ...noPlacing, query, chosen: answer.ok ? placeChoices(answer.data.chosen) : [] };
}

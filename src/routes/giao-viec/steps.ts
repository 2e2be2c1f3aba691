import type { RequestEvent } from '@sveltejs/kit';
import type { Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { askPeople, noPicking, personKey, pickingOf, type Picking } from './people.ts';
import { placeChoices } from './place-choices.ts';
import { askPlaces, noPlacing, placingOf, type Placing } from './places.ts';
import { assignmentTyped, versionIn, type AssignmentTyped } from './typed.ts';

type Visit = Pick<RequestEvent, 'fetch' | 'url'>;

/** The form as it was sent, to be shown again: all that was typed, and what was chosen by its names. */
export async function shownAgain(fetch: Visit['fetch'], form: FormData) {
	const typed = assignmentTyped(form);
	const picking = await pickingOf(fetch, typed.people, typedIn(form, 'query'));
	return { ...typed, picking, placing: await placingOf(fetch, typed, typedIn(form, 'placeQuery')) };
}

/**
 * What the buttons of the form do: steps that keep all that was typed, and saving. The Enter key, which presses the
 * first button there is, searches where a name was typed that wasn't searched for yet; else it saves.
 */
export function formSteps<E extends RequestEvent, S>(save: (event: E, form: FormData) => Promise<S>) {
	return {
		people: async (event: E) => pickPeople(event, await event.request.formData()),
		places: async (event: E) => pickPlaces(event, await event.request.formData()),
		save: async (event: E) => save(event, await event.request.formData()),
		enter: async (event: E) => {
			const form = await event.request.formData();
			if (typedIn(form, 'placeQuery') !== typedIn(form, 'placeSought')) return pickPlaces(event, form);
			if (typedIn(form, 'query') !== typedIn(form, 'sought')) return pickPeople(event, form);
			return save(event, form);
		}
	};
}

/** Searches for people, adds one or takes one out. */
async function pickPeople({ fetch, url }: Visit, form: FormData) {
	const typed = assignmentTyped(form);
	const [added, removed, query] = [typedIn(form, 'add'), typedIn(form, 'remove'), typedIn(form, 'query')];
	const people = [...new Set([...typed.people, ...(added ? [added] : [])])].filter((each) => each !== removed);
	const answer = await askPeople(fetch, people, query);
	const placing = await placingOf(fetch, typed, typedIn(form, 'placeQuery'));
	if (!answer.ok) return refusedOrOut(url, answer, { ...typed, people, placing, picking: { ...noPicking, query } });
	const { chosen, people: found, more } = answer.data;
	const picking: Picking = { query, chosen, found: query === '' ? null : found, more };
	return stepTaken(form, { ...typed, people: chosen.map(personKey), picking, placing });
}

/** Searches for places; those that were ticked stay so. */
async function pickPlaces({ fetch, url }: Visit, form: FormData) {
	const typed = assignmentTyped(form);
	const query = typedIn(form, 'placeQuery');
	const answer = await askPlaces(fetch, typed, query);
	const picking = await pickingOf(fetch, typed.people, typedIn(form, 'query'));
	if (!answer.ok) return refusedOrOut(url, answer, { ...typed, picking, placing: { ...noPlacing, query } });
	const { chosen, places, more } = answer.data;
	const found = query === '' ? null : placeChoices(places);
	const placing: Placing = { query, chosen: placeChoices(chosen), found, more };
	return stepTaken(form, { ...typed, picking, placing });
}

function stepTaken(form: FormData, typed: AssignmentTyped & { picking: Picking; placing: Placing }) {
	return { problem: null as Problem | null, typed, version: versionIn(form) };
}

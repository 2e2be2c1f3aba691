import { given, numberIn, typedIn } from '$lib/forms.ts';
import type { Problem } from '$lib/api.ts';
import type { Words } from '$lib/words.ts';

/** A helped learner as the form has her. */
export interface TypedHelped {
	name: string;
	birthYear: string;
	placeId: string;
	household: string;
	apart: string;
}

/** What was typed into the form of a helped learner. */
export function helpedTyped(form: FormData): TypedHelped {
	return {
		name: typedIn(form, 'name'),
		birthYear: typedIn(form, 'birthYear'),
		placeId: typedIn(form, 'placeId'),
		household: typedIn(form, 'household'),
		apart: typedIn(form, 'apart')
	};
}

/** The same as the API takes it. */
export function helpedToSend(form: FormData) {
	const { household, apart, ...rest } = helpedTyped(form);
	return { ...rest, birthYear: numberIn(form, 'birthYear'), household: given(household), apart: given(apart) };
}

/** What the form calls its fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): Record<string, string> {
	return {
		name: t('helped.name'),
		birthYear: t('helped.birth-year'),
		placeId: t('helped.place'),
		household: t('helped.household'),
		apart: t('helped.apart'),
		guardian: t('helped.guardian-short'),
		consent: t('helped.consent')
	};
}

/** Somebody of the same name and year whom the place knows already. */
export interface KnownHere {
	id: string;
	name: string;
	birthYear: number;
	apart: string | null;
	household: string | null;
}

/** Those whom a refusal tells of, to choose from. */
export function knownIn(problem: Problem | null | undefined): KnownHere[] {
	return problem?.code === 'helped.exists' ? (problem.extra['people'] as KnownHere[]) : []; // the contract of the API
}

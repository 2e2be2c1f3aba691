import { given, numberIn, typedIn } from '$lib/forms.ts';
import type { Words } from '$lib/words.ts';

const fields = ['name', 'birthYear', 'phone', 'email', 'position', 'staffNumber', 'apart'] as const;

/** Somebody of a staff list as the form has her. */
export type TypedEntry = Record<(typeof fields)[number], string>;

/** Nothing typed yet. */
export const emptyEntry: TypedEntry = {
	...{ name: '', birthYear: '', phone: '', email: '', position: '', staffNumber: '', apart: '' }
};

/** What was typed into the form. */
export function entryTyped(form: FormData): TypedEntry {
	return { ...emptyEntry, ...Object.fromEntries(fields.map((field) => [field, typedIn(form, field)])) };
}

/** The same as the API takes it. */
export function entryToSend(form: FormData) {
	const { name, birthYear, ...words } = entryTyped(form);
	const filled = Object.fromEntries(Object.entries(words).map(([field, value]) => [field, given(value)]));
	return { name, ...(birthYear !== '' && { birthYear: numberIn(form, 'birthYear') }), ...filled };
}

/** What the form calls its fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): TypedEntry {
	return {
		name: t('staff.name'),
		birthYear: t('staff.birth-year'),
		phone: t('staff.phone'),
		email: t('staff.email'),
		position: t('staff.position'),
		staffNumber: t('staff.staff-number'),
		apart: t('staff.apart')
	};
}

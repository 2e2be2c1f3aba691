import { isBirthYear, isOneself, isPersonName, mayBeChild } from '../../identity/index.ts';
import { fold, tidy, vietnameseSortKey } from '../../platform/text.ts';
import { wrongFields } from '../refusals.ts';
import { personKeyOf } from './same-person.ts';
import type { ChangedHelped, NewHelped } from './schemas.ts';

type Fault = { field: string; code: string };
const longestWords = 60;

/** Who she is, in the form it is kept in; refuses with every fault at once, each at its field. */
export function readHelped(typed: ChangedHelped, now: Date, more: Fault[] = []) {
	const name = tidy(typed.name);
	const person = { name, birthYear: typed.birthYear, apart: tidy(typed.apart ?? '') || null };
	const household = tidy(typed.household ?? '') || null;
	const faults = [
		...nameFaults('name', name),
		...(isBirthYear(person.birthYear, now) ? [] : [{ field: 'birthYear', code: 'identity.birth-year-wrong' }]),
		...(typed.placeId === '' ? [{ field: 'placeId', code: 'helped.place-missing' }] : []),
		...longFaults({ household, apart: person.apart }),
		...more
	];
	if (faults.length > 0) throw wrongFields({ fields: faults });
	return {
		...person,
		household,
		nameSort: vietnameseSortKey(name),
		nameFolded: fold(name),
		personKey: personKeyOf(person)
	};
}

/** Who said that she agrees, and what is missing of it: for whoever may be a child the guardian is to be named. */
export function readConsent({ consent, guardian, birthYear, name: whose }: NewHelped, now: Date) {
	const name = tidy(guardian ?? '');
	const faults: Fault[] = consent ? [] : [{ field: 'consent', code: 'helped.consent-missing' }];
	if (name !== '') faults.push(...guardianFaults(name, whose));
	else if (isBirthYear(birthYear, now) && mayBeChild(birthYear, now))
		faults.push({ field: 'guardian', code: 'helped.guardian-missing' });
	return { by: name === '' ? ('self' as const) : ('guardian' as const), guardian: name || null, faults };
}

function guardianFaults(name: string, whose: string): Fault[] {
	return isOneself(name, whose)
		? [{ field: 'guardian', code: 'identity.guardian-oneself' }]
		: nameFaults('guardian', name);
}

function nameFaults(field: string, name: string): Fault[] {
	if (isPersonName(name)) return [];
	return [{ field, code: name === '' ? 'platform.field-required' : 'identity.name-wrong' }];
}

function longFaults(words: Record<string, string | null>): Fault[] {
	return Object.entries(words)
		.filter(([, text]) => [...(text ?? '')].length > longestWords)
		.map(([field]) => ({ field, code: 'helped.words-too-long' }));
}

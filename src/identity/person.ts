import { dayInVietNam } from '../platform/clock.ts';
import { normalisePhone, tidy } from '../platform/text.ts';

export type Fault = { field: string; code: string };

/** Letters of any script with the signs names have: H'Hen, Y Bhin Niê, Nguyễn-Thị. Two letters at least. */
const namePattern = /^(?=\P{L}*\p{L}\P{L}*\p{L})[\p{L}\p{M}][\p{L}\p{M} '’ʼ.-]{0,78}[\p{L}\p{M}.]$/u;
const usernamePattern = /^(?=.*[a-z])[a-z0-9._]{3,32}$/;

export interface TypedPerson {
	name: string;
	birthYear: number;
	phone?: string | undefined;
	username?: string | undefined;
}

export interface Person {
	name: string;
	birthYear: number;
	phone: string | null;
	username: string | null;
}

/** The username as it is kept; capitals don't matter. */
function usernameOf(typed: string): string {
	return tidy(typed).toLowerCase();
}

/** Who somebody says to be, in the form it is kept in, and everything that is wrong with it. */
export function readPerson(typed: TypedPerson, now: Date): { person: Person; faults: Fault[] } {
	const phone = tidy(typed.phone ?? '');
	const person = {
		name: tidy(typed.name),
		birthYear: typed.birthYear,
		phone: normalisePhone(phone),
		username: usernameOf(typed.username ?? '') || null
	};
	const faults = [
		...(isPersonName(person.name) ? [] : [nameFault(person.name)]),
		...(isBirthYear(person.birthYear, now) ? [] : [{ field: 'birthYear', code: 'identity.birth-year-wrong' }]),
		...identifierFaults(phone, person)
	];
	return { person, faults };
}

/** Whether this can be the name of a person. */
export function isPersonName(name: string): boolean {
	return namePattern.test(name);
}

/** Whether a guardian was given the name of the one she answers for: nobody is her own guardian. */
export function isOneself(guardian: string, name: string): boolean {
	return tidy(guardian).toLowerCase() === tidy(name).toLowerCase();
}

function nameFault(name: string): Fault {
	return { field: 'name', code: name === '' ? 'platform.field-required' : 'identity.name-wrong' };
}

function identifierFaults(typedPhone: string, { phone, username }: Person): Fault[] {
	if (typedPhone === '' && username === null) return [{ field: 'phone', code: 'identity.phone-or-username' }];
	const faults: Fault[] = [];
	if (typedPhone !== '' && phone === null) faults.push({ field: 'phone', code: 'identity.phone-wrong' });
	if (username !== null && !usernamePattern.test(username))
		faults.push({ field: 'username', code: 'identity.username-wrong' });
	return faults;
}

/** From 1900 to five years ago, by the calendar in Viet Nam. */
export function isBirthYear(year: number, now: Date): boolean {
	return Number.isInteger(year) && year >= 1900 && year <= Number(dayInVietNam(now).slice(0, 4)) - 5;
}

/** What somebody typed to say who they are: a phone number where it is one, otherwise a username. */
export function readIdentifier(typed: string): { phone: string | null; username: string } {
	return { phone: normalisePhone(tidy(typed)), username: usernameOf(typed) };
}

/** A phone number that shows only enough to recognise one's own: its last three digits. */
export function maskPhone(phone: string | null): string | null {
	return phone === null ? null : `••• ••• •${phone.slice(-3)}`;
}

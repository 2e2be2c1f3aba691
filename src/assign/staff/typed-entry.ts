import { isBirthYear, isPersonName } from '../../identity/index.ts';
import { fold, normalisePhone, tidy, vietnameseSortKey } from '../../platform/text.ts';
import type { EntryRow } from './queries.ts';
import type { TypedEntry } from './schemas.ts';

export type EntryParts = Pick<
	EntryRow,
	| 'name'
	| 'nameSort'
	| 'nameFolded'
	| 'birthYear'
	| 'phone'
	| 'email'
	| 'position'
	| 'staffNumber'
	| 'apart'
	| 'personKey'
>;
export type Fault = { field: string; code: string };

const longest = { email: 120, position: 80, staffNumber: 40, apart: 60 };
const emailPattern = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

/** Who stands in a list, in the form it is kept in, and all that is wrong with what was typed, each at its field. */
export function readEntry(typed: TypedEntry, now: Date): { parts: EntryParts; faults: Fault[] } {
	const name = tidy(typed.name);
	const words = (field: 'phone' | 'email' | 'position' | 'staffNumber' | 'apart') => tidy(typed[field] ?? '') || null;
	const { birthYear = null } = typed;
	const [phone, email, position] = [words('phone'), words('email'), words('position')];
	const [staffNumber, apart] = [words('staffNumber'), words('apart')];
	const nameFolded = fold(name);
	const parts = {
		...{ name, nameSort: vietnameseSortKey(name), nameFolded, birthYear, position, staffNumber, apart },
		...{ phone: phone === null ? null : normalisePhone(phone), email },
		personKey: `${birthYear ?? ''} ${nameFolded} | ${fold(apart ?? '')}`
	};
	const faults = [
		...nameFaults(name),
		...numberFaults({ birthYear, typedPhone: phone, phone: parts.phone }, now),
		...(email !== null && !emailPattern.test(email) ? [{ field: 'email', code: 'staff.email-wrong' }] : []),
		...longFaults({ email, position, staffNumber, apart })
	];
	return { parts, faults };
}

function numberFaults(
	{ birthYear, typedPhone, phone }: { birthYear: number | null; typedPhone: string | null; phone: string | null },
	now: Date
): Fault[] {
	const faults: Fault[] = [];
	if (birthYear !== null && !isBirthYear(birthYear, now))
		faults.push({ field: 'birthYear', code: 'identity.birth-year-wrong' });
	if (typedPhone !== null && phone === null) faults.push({ field: 'phone', code: 'identity.phone-wrong' });
	return faults;
}

function nameFaults(name: string): Fault[] {
	if (isPersonName(name)) return [];
	return [{ field: 'name', code: name === '' ? 'platform.field-required' : 'identity.name-wrong' }];
}

function longFaults(words: Record<keyof typeof longest, string | null>): Fault[] {
	return (Object.keys(longest) as (keyof typeof longest)[]) // the keys of the object above
		.filter((field) => [...(words[field] ?? '')].length > longest[field])
		.map((field) => ({ field, code: 'staff.too-long' }));
}

import { fold, tidy } from '../../platform/text.ts';
import { isPersonName } from '../person.ts';

/** Under which names a provider tells what we ask for; by configuration, as the real names are not ours to choose. */
export interface ClaimNames {
	readonly number: string;
	readonly name: string;
	readonly birth: string;
	readonly level: string;
	readonly guardian: string;
}

/** Somebody a provider vouches for. */
export interface VouchedPerson {
	issuer: string;
	subject: string;
	/** Twelve digits. */
	number: string;
	name: string;
	/** `YYYY-MM-DD` */
	birthDate: string;
	level: 1 | 2;
	guardian: string | null;
	simulated: boolean;
}

type Told = Omit<VouchedPerson, 'issuer' | 'subject' | 'simulated'>;

/** What the claims tell of a person, or which of them are missing or make no sense. */
export function readClaims(
	claims: Record<string, unknown>,
	names: ClaimNames
): { person: Told } | { missing: string[] } {
	const word = (name: string) => {
		const value = claims[name];
		return typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : '';
	};
	const number = /^\d{12}$/.exec(word(names.number))?.[0];
	const name = isPersonName(word(names.name)) ? word(names.name) : undefined;
	const birthDate = readDay(word(names.birth));
	// "1", "2", "LOA2", "Mức 02": the digit at the end.
	const level = /0?([12])$/.exec(word(names.level))?.[1];
	if (number && name && birthDate && level)
		return {
			person: { number, name, birthDate, level: level === '2' ? 2 : 1, guardian: word(names.guardian) || null }
		};
	const found = { number, name, birth: birthDate, level };
	return { missing: Object.entries(found).flatMap(([what, value]) => (value ? [] : [what])) };
}

/** `2014-06-01`, `01/06/2014` and `20140601` as the first of these; undefined for what is no day. */
function readDay(written: string): string | undefined {
	const [, year, month, day] =
		/^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written) ??
		(/^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written) ?? []).map((part, i, all) => (i === 0 ? part : (all[4 - i] ?? '')));
	if (!year) return undefined;
	const iso = `${year}-${month}-${day}`;
	const time = Date.parse(`${iso}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

/** Whole years from a day of birth to another day, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
	return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether an account bears the name and the year of birth that the provider tells. */
export function isSame(
	{ nameFolded, birthYear }: { nameFolded: string; birthYear: number },
	{ name, birthDate }: Pick<VouchedPerson, 'name' | 'birthDate'>
): boolean {
	return fold(name) === nameFolded && Number(birthDate.slice(0, 4)) === birthYear;
}

/** An identity number that shows only enough to recognise one's own: its last three digits. */
export const maskNumber = (number: string) => `••• ••• ••• ${number.slice(-3)}`;

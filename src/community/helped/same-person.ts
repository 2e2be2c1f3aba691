import { fold } from '../../platform/text.ts';

/** What tells people of one place apart: the name, the year and, where two have both alike, a word more. */
export interface PersonOfPlace {
	readonly name: string;
	readonly birthYear: number;
	readonly apart: string | null;
}

/**
 * The key of a person among those of one place. Marks and capitals make no other person: in a hurry they are left out,
 * and to be asked once too often costs a word, while two rows for one person cost her what she has learnt.
 */
export function personKeyOf({ name, birthYear, apart }: PersonOfPlace): string {
	return `${birthYear} ${fold(name)} | ${fold(apart ?? '')}`;
}

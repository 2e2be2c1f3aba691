import { fold } from '../../platform/text.ts';

/** Somebody in a list, as far as it takes to recognise her. */
export interface Listed {
	readonly id: string;
	readonly nameFolded: string;
	readonly birthYear: number | null;
	readonly phone: string | null;
	readonly learnerId: string | null;
}

/** Somebody with an account; `phone` only where she was found by it. */
export interface Known {
	readonly learnerId: string;
	readonly name: string;
	readonly birthYear: number;
	readonly phone?: string | null;
}

/** One entry and the one person it is, for certain. */
export interface Pair {
	readonly entryId: string;
	readonly learnerId: string;
}

/**
 * Who of a list is who of these people: by what both have alike, and only where exactly one on either side has it. Whoever
 * was recognised already is left alone, but counts: a second one of her name is not her for certain.
 */
export function pairsIn(
	entries: readonly Listed[],
	people: readonly Known[],
	keyOf: { entry: (entry: Listed) => string | null; person: (person: Known) => string | null }
): Pair[] {
	const listed = grouped(entries, keyOf.entry);
	const known = grouped(people, keyOf.person);
	const taken = new Set(entries.flatMap(({ learnerId }) => learnerId ?? []));
	return [...listed].flatMap(([key, theirs]) => {
		const [entry] = theirs;
		const [person] = known.get(key) ?? [];
		const certain = theirs.length === 1 && known.get(key)?.length === 1;
		if (!certain || !entry || !person || entry.learnerId !== null || taken.has(person.learnerId)) return [];
		return [{ entryId: entry.id, learnerId: person.learnerId }];
	});
}

/** The same name and year of birth. */
export const byNameAndYear = {
	entry: ({ nameFolded, birthYear }: Listed) => (birthYear === null ? null : `${birthYear} ${nameFolded}`),
	person: ({ name, birthYear }: Known) => `${birthYear} ${fold(name)}`
};

/** The same name and phone number. */
export const byNameAndPhone = {
	entry: ({ nameFolded, phone }: Listed) => (phone === null ? null : `${phone} ${nameFolded}`),
	person: ({ name, phone }: Known) => (phone ? `${phone} ${fold(name)}` : null)
};

/** Members who may be somebody of the list, but not for certain: her name, and no other year. */
export function candidatesFor(entry: Listed, people: readonly Known[]): Known[] {
	if (entry.learnerId !== null) return [];
	return people.filter(
		({ name, birthYear }) =>
			fold(name) === entry.nameFolded && (entry.birthYear === null || entry.birthYear === birthYear)
	);
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string | null): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const each of all) {
		const key = keyOf(each);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return groups;
}

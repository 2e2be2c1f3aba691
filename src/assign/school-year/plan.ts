import { tidy } from '../../platform/text.ts';

/** A class, or whatever else lies in a school, as far as a new school year is concerned. */
export interface Standing {
	readonly id: string;
	readonly name: string;
	readonly grade: number | null;
	readonly schoolYear: string | null;
}

/** A class of the new school year: one that is there already, or one that is to be made. */
export interface Target {
	/** Null where it is to be made. */
	readonly id: string | null;
	readonly name: string;
	readonly grade: number;
}

/** Where those of one class go. */
export interface Step {
	readonly id: string;
	/** Null where the class has finished the school. */
	readonly up: Target | null;
	/** Where those go who repeat the year; null where nobody does. */
	readonly stay: Target | null;
}

export interface YearChoice {
	/** The school year that ends. */
	readonly from: string;
	/** The last grade of the school. */
	readonly lastGrade: number;
	/** The classes of which somebody repeats the year. */
	readonly staying: ReadonlySet<string>;
}

/** Two names are of one class where only capitals and spaces differ. */
const same = (name: string) => tidy(name).toLocaleLowerCase('vi');
const takesPart = (one: Standing, from: string) => one.grade !== null && one.schoolYear === from;

/** `2026-2027` after `2025-2026`. */
export function yearAfter(year: string): string {
	const second = Number(year.slice(5));
	return `${second}-${second + 1}`;
}

/** The first day on which a school may go over to a school year: the one before is nearly done then. */
export const opensOn = (year: string): string => `${year.slice(0, 4)}-04-01`;

/** The last grade of the kind of school that has such a class: 5, 9 or 12. */
export function usualLastGrade(grades: readonly number[]): number {
	const highest = Math.max(1, ...grades);
	return [5, 9].find((last) => highest <= last) ?? 12;
}

/** School years of which classes stand, the earliest first. */
export function yearsOf(standing: readonly Standing[]): string[] {
	const years = standing.flatMap(({ grade, schoolYear }) => (grade !== null && schoolYear !== null ? schoolYear : []));
	return [...new Set(years)].sort();
}

/** `Lớp 5A` after `Lớp 4A`; a name without its grade stays as it is. */
export function nameAfter(name: string, grade: number): string {
	return name.replace(new RegExp(`(?<!\\d)${grade}(?!\\d)`), String(grade + 1));
}

/**
 * Where the classes of a school year go: up with their letter, or out of the school after its last grade. Those who
 * repeat the year go into the class of that name in the new year. Classes of the new year that stand are used, and no
 * two that stand are called alike.
 */
export function planYear(standing: readonly Standing[], { from, lastGrade, staying }: YearChoice): Step[] {
	const to = yearAfter(from);
	const taken = new Set(standing.filter((one) => !takesPart(one, from)).map(({ name }) => same(name)));
	const targets = new Map<string, Target>();
	for (const { id, name, grade, schoolYear } of standing)
		if (grade !== null && schoolYear === to) targets.set(`${grade} ${same(name)}`, { id, name, grade });
	const target = (name: string, grade: number): Target => {
		const key = `${grade} ${same(name)}`;
		const known = targets.get(key);
		if (known) return known;
		const free = freeName(name, to, taken);
		taken.add(same(free));
		const made = { id: null, name: free, grade };
		targets.set(key, made);
		return made;
	};
	const leaving = standing.filter((one) => takesPart(one, from));
	const up = leaving.map(({ name, grade }) =>
		grade === null || grade >= lastGrade ? null : target(nameAfter(name, grade), grade + 1)
	);
	return leaving.map(({ id, name, grade }, i) => ({
		...{ id, up: up[i] ?? null },
		stay: staying.has(id) && grade !== null ? target(name, grade) : null
	}));
}

/** The name, or where another that stays is called so, the name with the year, and a number if need be. */
function freeName(name: string, year: string, taken: ReadonlySet<string>): string {
	const names = [name, `${name} (${year})`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((each) => `${name} (${year}, ${each})`)];
	return names.find((each) => !taken.has(same(each))) ?? name;
}

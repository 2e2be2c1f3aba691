import { fold } from '../../platform/text.ts';

/** What people write above each column, in either language, folded; in the order of the template. */
export type Headings = Readonly<Record<string, readonly string[]>>;

/** Where each column stands; or that one that is needed is missing, or one is there twice. */
export function columnsIn(
	header: readonly string[],
	{ headings, needed }: { headings: Headings; needed: string }
): { at: Map<string, number> } | { missing: string } | { twice: string } {
	const names = header.map(readHeading);
	const at = new Map<string, number>();
	for (const [column, known] of Object.entries(headings)) {
		const found = names.flatMap((called, i) => (called.some((name) => known.includes(name)) ? [i] : []));
		if (found.length > 1) return { twice: column };
		if (found[0] !== undefined) at.set(column, found[0]);
	}
	return at.has(needed) ? { at } : { missing: needed };
}

/** All that a heading may mean, folded: as a whole, and each line or side of a slash; a note in brackets says nothing. */
export function readHeading(heading: string): string[] {
	const bare = (part: string) =>
		fold(part.replace(/\([^)]*\)?/g, ' '))
			.replace(/[*:.()]/g, '')
			.trim();
	const whole = bare(heading) || fold(heading).replace(/[*:.()]/g, '');
	return [...new Set([whole, ...heading.split(/[\r\n/]/).map(bare)])].filter((name) => name !== '');
}

/** The year in a year, in a day as people or computers write it (12/05/1980, 1980-05-12), or in the day number of a spreadsheet. */
export function yearIn(typed: string): number | null {
	if (/^\d{4}$/.test(typed)) return Number(typed);
	const day =
		/^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(\d{4})(?: \d{1,2}:.*)?$/.exec(typed) ??
		/^(\d{4})-\d{1,2}-\d{1,2}(?:[T ].*)?$/.exec(typed);
	if (day) return Number(day[1]);
	// Days since the end of 1899: 5 digits reach from 1927.
	if (/^\d{5}$/.test(typed)) return new Date(Date.UTC(1899, 11, 30 + Number(typed))).getUTCFullYear();
	return null;
}

/** A line of what was typed: the name, and the year of birth where one stands at the end. */
export interface NameLine {
	/** Where it stood, from 1. */
	line: number;
	name: string;
	birthYear?: number;
}

const numbering = /^\s*(?:[-–•*+]\s*|\(?\d{1,3}[.):]\s*)/;

/** The people of a list that was typed or pasted, one a line: `Bà Tư 1950`. Numbers in front and blank lines fall away. */
export function readNames(typed: string): NameLine[] {
	return typed.split(/\r\n|\r|\n/).flatMap((text, position) => {
		const bare = text.replace(numbering, '').replace(/\s+/g, ' ').trim();
		if (bare === '') return [];
		const line = position + 1;
		const year = /[ ,;(-]((?:19|20)\d\d)\)?$/.exec(bare);
		// Looks at each run of signs once, however long it is.
		const name = year && bare.slice(0, year.index + 1).replace(/(?<![ ,;(-])[ ,;(-]+$/, '');
		return [name ? { line, name, birthYear: Number(year[1]) } : { line, name: bare }];
	});
}

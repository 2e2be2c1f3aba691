import type { Slip } from './typed.ts';

/** A row, what it is about, and what it says of it. */
interface Saying {
	readonly row: number;
	readonly about: string;
	readonly says: string;
}

/**
 * Rows of one file about the same thing: where they say the same the first will do; where they don't, all of them are
 * wrong, because nobody guesses which is right.
 */
export function twinsIn(rows: readonly Saying[]): Map<number, Slip[]> {
	const groups = new Map<string, Saying[]>();
	for (const row of rows) groups.set(row.about, [...(groups.get(row.about) ?? []), row]);
	const slips = new Map<number, Slip[]>();
	for (const twins of groups.values()) {
		const differ = new Set(twins.map(({ says }) => says)).size > 1;
		for (const [i, { row }] of twins.entries()) {
			const other = twins.find((each) => each.row !== row)?.row;
			if (other === undefined || (!differ && i === 0)) continue;
			slips.set(row, [{ field: 'row', code: `elsewhere.${differ ? 'twin-differs' : 'twin'}`, values: { row: other } }]);
		}
	}
	return slips;
}

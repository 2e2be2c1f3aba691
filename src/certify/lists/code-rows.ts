import { readRecordCode } from '../record-code.ts';

/** A line of a list, and the code in it. */
export interface CodeRow {
	/** Which line it was, from 1, as a spreadsheet counts. */
	row: number;
	/** The code as it was written, or what stands there instead. */
	typed: string;
	/** In its one written form; null where what stands there can't be a code. */
	code: string | null;
}

const mostShown = 60;

/**
 * The codes in the lines of a list: a code, an address, or the cells of a spreadsheet of which one holds either. Blank
 * lines are left out, and so is the first one where it only says what stands below.
 */
export function codeRows(lines: readonly string[]): CodeRow[] {
	return lines.flatMap((line, i) => {
		const cells = line.split(/[\t;,]/).map((cell) => cell.trim().replace(/^['"]+|"+$/g, ''));
		const filled = cells.filter((cell) => cell !== '');
		if (filled.length === 0) return [];
		const typed = filled.find((cell) => readCode(cell) !== null) ?? filled.find(isLikeCode);
		if (typed === undefined && i === 0 && filled.every((cell) => !/\d/.test(cell))) return [];
		const shown = codeIn(typed ?? filled[0] ?? '');
		return [{ row: i + 1, typed: [...shown].slice(0, mostShown).join(''), code: readRecordCode(shown) }];
	});
}

/** Of an address only the code; whatever is behind its `#` is not for a server. */
function codeIn(cell: string): string {
	return /xac-minh\/([^/?#\s]+)/.exec(cell)?.[1] ?? cell.replace(/#.*$/s, '');
}

const readCode = (cell: string) => readRecordCode(codeIn(cell));

/** Digits and Latin capitals of about the length of a code: one with a slip in it rather than a name or a day. */
const isLikeCode = (cell: string) => /\d/.test(cell) && /^[\dA-Za-z\s-]{12,30}$/.test(codeIn(cell));

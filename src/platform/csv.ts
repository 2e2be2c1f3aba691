/** A number with the decimal mark of a language: nobody typed it, so it is no formula even where it is below zero. */
export interface WrittenNumber {
	readonly number: string;
}

/**
 * A line of comma-separated values (RFC 4180). A spreadsheet would run a cell that begins like a formula: such a cell
 * gets an apostrophe before it, and so does what stands behind a semicolon, at which a Vietnamese one cuts lines.
 */
export function csvLine(cells: readonly (string | number | WrittenNumber | null)[]): string {
	const texts = cells.map((cell) =>
		typeof cell === 'object' && cell !== null ? quoted(cell.number) : quoted(harmless(String(cell ?? '')))
	);
	return `${texts.join(',')}\r\n`;
}

function harmless(text: string): string {
	return text.replace(/(^|[;\t\r\n]"*)(?=[=+\-@＝＋－＠\t\r\n])/g, "$1'");
}

function quoted(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By this a spreadsheet knows that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

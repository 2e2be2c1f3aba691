/**
 * A line of comma-separated values (RFC 4180). A spreadsheet would run a cell that begins like a formula: such a cell
 * gets an apostrophe before it, and so does what stands behind a semicolon, at which a Vietnamese one cuts lines.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`;
}

function csvCell(text: string): string {
	const harmless = text.replace(/(^|[;\t\r\n]"*)(?=[=+\-@＝＋－＠\t\r\n])/g, "$1'");
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** By this a spreadsheet knows that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

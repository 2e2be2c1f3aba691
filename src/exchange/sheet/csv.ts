/** A row of a file of comma- or semicolon-separated values, and the line it begins at. */
export interface CsvRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/** Reads RFC 4180 with the separator that the first line has more of. Null, with the line, where a quote is never closed. */
export function readCsv(text: string): { rows: CsvRow[] } | { openQuote: number } {
	const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const [head = ''] = plain.split('\n');
	const separator = (head.match(/;/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? ';' : ',';
	const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\n${separator}][^\\n${separator}]*)?)(${separator}|\\n|$)`, 'y');
	const rows: CsvRow[] = [];
	let cells: string[] = [];
	let [line, start] = [1, 1];
	while (cell.lastIndex < plain.length) {
		const match = cell.exec(plain);
		if (!match) return { openQuote: line };
		const [whole, quoted, bare = '', end] = match;
		cells.push(withoutGuard(quoted?.replaceAll('""', '"') ?? bare));
		line += whole.split('\n').length - 1;
		if (end === separator && cell.lastIndex < plain.length) continue;
		rows.push({ line: start, cells });
		cells = [];
		start = line;
	}
	return { rows };
}

/** The apostrophe that keeps a spreadsheet from running a cell. */
const withoutGuard = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

/** A row of a file of values with commas, semicolons or tabs between them, and the line it begins at. */
export interface CsvRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/** Reads RFC 4180 with the separator that the first line that has any has more of. The line is told where a quote is misplaced. */
export function readCsv(text: string): { rows: CsvRow[] } | { openQuote: number } {
	const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const separator = separatorIn(plain);
	const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\n${separator}][^\\n${separator}]*)?)(${separator}|\\n|$)`, 'y');
	const rows: CsvRow[] = [];
	let cells: string[] = [];
	let [line, start] = [1, 1];
	while (cell.lastIndex < plain.length) {
		const [whole, quoted, bare = '', end] = cell.exec(plain) ?? [];
		if (whole === undefined) return { openQuote: line };
		cells.push(withoutGuard(quoted?.replaceAll('""', '"') ?? bare));
		line += linesIn(whole);
		if (end === separator) continue;
		rows.push({ line: start, cells });
		cells = [];
		start = line;
	}
	return { rows: cells.length > 0 ? [...rows, { line: start, cells }] : rows };
}

function separatorIn(text: string): string {
	const head = /^.*[,;\t].*$/m.exec(text)?.[0] ?? '';
	return [',', ';', '\t'].reduce((best, each) => (head.split(each).length > head.split(best).length ? each : best));
}
const linesIn = (text: string) => text.split('\n').length - 1;

/** The apostrophe that keeps a spreadsheet from running a cell. */
const withoutGuard = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

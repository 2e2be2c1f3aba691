import { readCsv, type CsvRow } from '../../platform/read-csv.ts';
import { say } from '../../platform/messages/index.ts';
import { fold, tidy } from '../../platform/text.ts';
import { dayInCell, isZip, sheetRows } from '../../platform/workbook.ts';
import { textIn } from '../../platform/zip.ts';
import { columnsMissing, noRows, notUtf8, openQuote, tooManyRows, unreadableFile } from './refusals.ts';

/** So many rows come in at once. */
const mostRows = 1_000;

/** The columns of a table: `elsewhere.column-<name>` is what each is called; which of them there must be. */
export interface Columns<Name extends string> {
	readonly names: readonly Name[];
	readonly needed: readonly Name[];
}

/** A row by its columns, and the line of the file it begins at. */
export interface TableRow<Name extends string> {
	readonly row: number;
	readonly cells: Readonly<Record<Name, string>>;
}

/** The rows of a file: a workbook's first sheet, or values with commas, semicolons or tabs between them, in UTF-8. */
export async function rowsIn<Name extends string>(
	bytes: Uint8Array,
	columns: Columns<Name>
): Promise<TableRow<Name>[]> {
	const all = isZip(bytes) ? await workbookRows(bytes) : textRows(bytes);
	const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const [head, ...rows] = filled;
	if (!head || rows.length === 0) throw noRows();
	if (rows.length > mostRows) throw tooManyRows({ values: { most: mostRows, count: rows.length } });
	const places = placesOf(head.cells, columns);
	return rows.map(({ line, cells }) => ({
		row: line,
		cells: Object.fromEntries(columns.names.map((name) => [name, tidy(cells[places.get(name) ?? -1] ?? '')])) as Record<
			Name,
			string
		> // every name is there
	}));
}

function textRows(bytes: Uint8Array): readonly CsvRow[] {
	const text = textIn(bytes);
	if (text === null || text.includes('\0')) throw notUtf8();
	const read = readCsv(text);
	if ('openQuote' in read) throw openQuote({ values: { line: read.openQuote } });
	return read.rows;
}

async function workbookRows(bytes: Uint8Array): Promise<CsvRow[]> {
	try {
		const cellText = (cell: unknown) => (cell instanceof Date ? dayInCell(cell) : String(cell ?? ''));
		return (await sheetRows(bytes)).map((cells, i) => ({ line: i + 1, cells: cells.map(cellText) }));
	} catch {
		throw unreadableFile(); // no workbook, or one that is larger than any list
	}
}

/** Where each column stands, by its name in either language. */
function placesOf<Name extends string>(head: readonly string[], { names, needed }: Columns<Name>): Map<Name, number> {
	const written = head.map(fold);
	const places = new Map<Name, number>();
	for (const name of names) {
		const called = [say('vi', `elsewhere.column-${name}`), say('en', `elsewhere.column-${name}`)].map(fold);
		const at = written.findIndex((each) => called.includes(each));
		if (at >= 0) places.set(name, at);
	}
	const missing = needed.filter((name) => !places.has(name));
	if (missing.length > 0) {
		const columns = missing.map((name) => say('vi', `elsewhere.column-${name}`)).join(', ');
		throw columnsMissing({ values: { columns } });
	}
	return places;
}

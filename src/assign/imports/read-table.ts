import { readSheet } from 'read-excel-file/node';
import { readCsv } from '../../platform/read-csv.ts';
import { makeZip, openZip, textIn } from '../../platform/zip.ts';
import { oddCells, type OddCell } from './odd-cells.ts';
import { brokenWords, readText } from './read-text.ts';

/** A row of a table that is not blank; `odd` says of some cells why nothing can be read in them. */
export interface TableRow {
	readonly line: number;
	readonly cells: readonly string[];
	readonly odd?: Readonly<Record<number, OddCell>>;
}
/** What a file holds, or why nothing can be read of it. */
export type Table = { readonly rows: TableRow[] } | { readonly fault: string; readonly values: Record<string, number> };

/** More rows than this are no list of one organisation or province, but a slip. */
const mostRows = 100_000;

/** Reads the first sheet of a workbook or comma-separated values; which of them it is, the first bytes say. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
	const table = bytes[0] === 0x50 && bytes[1] === 0x4b ? await workbook(bytes) : separated(bytes);
	if ('fault' in table) return table;
	const rows = table.rows.filter(({ cells, odd }) => odd !== undefined || cells.some((cell) => cell !== ''));
	if (rows.length < 2) return fault('empty');
	const broken = brokenWords(rows.map(({ cells }) => cells));
	if (broken !== null) return fault(broken);
	return rows.length > mostRows + 1 ? fault('too-many-rows', { rows: rows.length - 1 }) : { rows };
}

const fault = (code: string, values: Record<string, number> = {}): Table => ({ fault: code, values });

function separated(bytes: Uint8Array): Table {
	const found = readText(bytes);
	if ('fault' in found) return fault(found.fault);
	const read = readCsv(found.text.normalize('NFC'));
	if ('openQuote' in read) return fault('quote', { line: read.openQuote });
	return { rows: read.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })) };
}

/** The workbook is unpacked within limits first: what reads it sees no more than these bytes. */
async function workbook(bytes: Uint8Array): Promise<Table> {
	try {
		const parts = [...openZip(bytes)].filter(([path]) => /\.(xml|rels)$/.test(path));
		const sheet = parts.find(([path]) => /^xl\/worksheets\/[^/]+\.xml$/.test(path))?.[1];
		const odd = oddCells(sheet ? (textIn(sheet) ?? '') : '');
		const data = await readSheet(Buffer.from(makeZip(new Map(parts))));
		const rows = data.map((cells, i) => {
			const strange = odd.get(i + 1);
			return { line: i + 1, cells: cells.map(cellText), ...(strange && { odd: strange }) };
		});
		return { rows };
	} catch {
		return fault('broken'); // no workbook, or one that is larger than any list
	}
}

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell).normalize('NFC').trim();
	return `${cell.getUTCDate()}/${cell.getUTCMonth() + 1}/${cell.getUTCFullYear()}`;
}

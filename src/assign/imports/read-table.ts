import { readSheet } from 'read-excel-file/node';
import { readCsv } from '../../platform/read-csv.ts';
import { makeZip, openZip, textIn } from '../../platform/zip.ts';
import { oddCells, type OddCell } from './odd-cells.ts';

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
	return rows.length > mostRows + 1 ? fault('too-many-rows', { rows: rows.length - 1 }) : { rows };
}

const fault = (code: string, values: Record<string, number> = {}): Table => ({ fault: code, values });

function separated(bytes: Uint8Array): Table {
	const text = decoded(bytes);
	if (text === null || text.includes('\0')) return fault('not-utf8');
	const read = readCsv(text.normalize('NFC'));
	if ('openQuote' in read) return fault('quote', { line: read.openQuote });
	return { rows: read.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })) };
}

/** UTF-8, or UTF-16 where its first bytes say so; in anything else marks would be guessed. */
function decoded(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	return textIn(bytes);
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

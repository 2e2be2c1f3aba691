import { readSheet } from 'read-excel-file/node';
import { readCsv } from '../../platform/read-csv.ts';
import { makeZip, openZip, textIn } from '../../platform/zip.ts';
import { headingAt } from './layout.ts';
import { oddCells } from './odd-cells.ts';
import { brokenWords, readText } from './read-text.ts';
import { isFilled, sheetsIn, type Sheet } from './sheets.ts';
import type { TableRow } from './table-row.ts';

/** Which sheet of a workbook was read, where others hold something too. */
export interface SheetRead {
	readonly name: string;
	readonly others: readonly string[];
}
/** What a file holds, or why nothing can be read of it. */
export type Table =
	| { readonly rows: TableRow[]; readonly sheet?: SheetRead }
	| { readonly fault: string; readonly values: Record<string, number> };

/** More rows than this are no list of one organisation or province, but a slip. */
const mostRows = 100_000;
/** More sheets than this are not looked through for the list. */
const mostSheets = 20;

/**
 * Reads a workbook or comma-separated values; which of them it is, the first bytes say. Of a workbook it is the first sheet
 * that people see and that has one of the headings that are wanted, or the first that holds anything.
 */
export async function readTable(bytes: Uint8Array, wanted: readonly string[] = []): Promise<Table> {
	if (isOldWorkbook(bytes)) return fault('old-workbook');
	const table = bytes[0] === 0x50 && bytes[1] === 0x4b ? await workbook(bytes, wanted) : separated(bytes);
	if ('fault' in table) return table;
	const rows = filled(table.rows);
	if (rows.length < 2) return fault('empty');
	const broken = brokenWords(rows.map(({ cells }) => cells));
	if (broken !== null) return fault(broken);
	return rows.length > mostRows + 1 ? fault('too-many-rows', { rows: rows.length - 1 }) : { ...table, rows };
}

/** .xls, or a workbook behind a password: both lie in a file of this kind. */
const isOldWorkbook = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

const filled = (rows: readonly TableRow[]) =>
	rows.filter(({ cells, odd }) => odd !== undefined || cells.some((cell) => cell !== ''));

const fault = (code: string, values: Record<string, number> = {}): Table => ({ fault: code, values });

function separated(bytes: Uint8Array): Table {
	const found = readText(bytes);
	if ('fault' in found) return fault(found.fault);
	const read = readCsv(found.text.normalize('NFC'));
	if ('openQuote' in read) return fault('quote', { line: read.openQuote });
	return { rows: read.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })) };
}

/** The workbook is unpacked within limits first: what reads it sees no more than these bytes. */
async function workbook(bytes: Uint8Array, wanted: readonly string[]): Promise<Table> {
	try {
		const parts = new Map([...openZip(bytes)].filter(([path]) => /\.(xml|rels)$/.test(path)));
		const sheets = sheetsIn(parts).filter(({ path }) => isFilled(sheetText(parts, path)));
		const chosen = await firstWith(wanted, { parts, sheets: sheets.slice(0, mostSheets) });
		const others = sheets.flatMap(({ name }) => (name === chosen.name ? [] : name));
		return { rows: chosen.rows, ...(others.length > 0 && { sheet: { name: chosen.name, others } }) };
	} catch {
		return fault('broken'); // no workbook, or one that is larger than any list
	}
}

type Parts = ReadonlyMap<string, Uint8Array>;

async function firstWith(wanted: readonly string[], { parts, sheets }: { parts: Parts; sheets: readonly Sheet[] }) {
	const packed = Buffer.from(makeZip(parts));
	let first: { name: string; rows: TableRow[] } | undefined;
	for (const { name, number, path } of sheets) {
		const odd = oddCells(sheetText(parts, path));
		const data = await readSheet(packed, number);
		const rows = data.map((cells, i) => {
			const strange = odd.get(i + 1);
			return { line: i + 1, cells: cells.map(cellText), ...(strange && { odd: strange }) };
		});
		if (headingAt(filled(rows), wanted) >= 0) return { name, rows };
		first ??= { name, rows };
	}
	return first ?? { name: '', rows: [] };
}

const sheetText = (parts: Parts, path: string) => {
	const sheet = parts.get(path);
	return sheet ? (textIn(sheet) ?? '') : '';
};

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell).normalize('NFC').trim();
	return `${cell.getUTCDate()}/${cell.getUTCMonth() + 1}/${cell.getUTCFullYear()}`;
}

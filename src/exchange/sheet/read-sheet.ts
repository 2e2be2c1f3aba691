import { findQuestionType } from '../../catalog/index.ts';
import { fold } from '../../platform/text.ts';
import type { Incoming, ReadFile } from '../incoming.ts';
import { remarksOn, type Remarks } from '../remark.ts';
import { readCsv, type CsvRow } from '../../platform/read-csv.ts';
import { dayInCell, sheetRows } from '../../platform/workbook.ts';
import { textIn, ZipFault } from '../../platform/zip.ts';
import { lineOf } from './cells.ts';
import { columnName, columns, levelMeant, typeMeant, type Column } from './columns.ts';

/** Reads the first sheet of a workbook: one question a row, the columns by their names. The line of a remark is the row. */
export async function readSheet(bytes: Uint8Array, file: string): Promise<ReadFile> {
	const remarks = remarksOn(file);
	const rows = await rowsOf(bytes, remarks);
	return { questions: rows ? questionsIn(rows, remarks) : [], remarks: remarks.all, media: [] };
}

/** The same from comma-separated values. */
export function readCsvSheet(bytes: Uint8Array, file: string): ReadFile {
	const remarks = remarksOn(file);
	const text = textIn(bytes);
	const read = text === null ? null : readCsv(text.normalize('NFC'));
	if (read === null) remarks.fault(1, 'not-utf8');
	else if ('openQuote' in read) remarks.fault(read.openQuote, 'csv-quote');
	const questions = read && 'rows' in read ? questionsIn(read.rows, remarks) : [];
	return { questions, remarks: remarks.all, media: [] };
}

async function rowsOf(bytes: Uint8Array, remarks: Remarks): Promise<CsvRow[] | null> {
	try {
		return (await sheetRows(bytes)).map((cells, i) => ({
			line: i + 1,
			cells: cells.map((cell) => cellText(cell, () => remarks.note(i + 1, 'sheet-date')))
		}));
	} catch (error) {
		remarks.fault(1, error instanceof ZipFault ? error.code : 'sheet-broken');
		return null;
	}
}

function cellText(cell: unknown, date: () => void): string {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell).normalize('NFC').trim();
	date();
	return dayInCell(cell);
}

interface Places {
	readonly of: ReadonlyMap<Column, number>;
	/** By number of the entry: where it stands, and why. */
	readonly entries: readonly { readonly text: number; readonly why: number }[];
}

function questionsIn([header, ...rows]: readonly CsvRow[], remarks: Remarks): Incoming[] {
	const places = placesIn(header?.cells ?? []);
	if (!header || !places.of.has('stem')) {
		remarks.fault(header?.line ?? 1, 'sheet-no-stem', { column: columnName('stem') });
		return [];
	}
	tellUnknown(header, { rows, places }, remarks);
	return rows
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
		.flatMap((row) => questionFrom(row, places, remarks) ?? []);
}

const entryColumn = /^(?:y|entry)\s*(\d{1,2})$/;
const whyColumn = /^(?:vi sao|why)\s*(\d{1,2})$/;

function placesIn(header: readonly string[]): Places {
	const names = header.map((name) => fold(name).trim());
	const of = new Map(
		columns.flatMap((column) => {
			const at = names.indexOf(fold(columnName(column)));
			return at < 0 ? [] : [[column, at] as const];
		})
	);
	const numbered = (pattern: RegExp) =>
		new Map(names.flatMap((name, at) => (pattern.test(name) ? [[Number(pattern.exec(name)?.[1]), at] as const] : [])));
	const whys = numbered(whyColumn);
	const entries = [...numbered(entryColumn)]
		.sort(([a], [b]) => a - b)
		.map(([number, text]) => ({ text, why: whys.get(number) ?? -1 }));
	return { of, entries };
}

/** Columns that nobody knows, where something stands in them. */
function tellUnknown(
	header: CsvRow,
	{ rows, places }: { rows: readonly CsvRow[]; places: Places },
	remarks: Remarks
): void {
	const known = new Set([...places.of.values(), ...places.entries.flatMap(({ text, why }) => [text, why])]);
	const most = Math.max(header.cells.length, ...rows.map(({ cells }) => cells.length));
	for (let at = 0; at < most; at++) {
		if (known.has(at)) continue;
		const filled = rows.find(({ cells }) => cells[at]);
		if (filled) remarks.left(filled.line, 'sheet-column', { column: header.cells[at] || String(at + 1) });
	}
}

function questionFrom({ line, cells }: CsvRow, { of, entries }: Places, remarks: Remarks): Incoming | null {
	const cell = (column: Column) => cells[of.get(column) ?? -1]?.trim() ?? '';
	const written = { type: cell('type') || 'one', level: cell('level') };
	const type = findQuestionType(typeMeant(written.type) ?? '');
	const level = written.level === '' ? '' : levelMeant(written.level);
	if (!type) remarks.fault(line, 'sheet-type', { type: written.type });
	if (level === null) remarks.fault(line, 'sheet-level', { level: written.level });
	if (!type || level === null) return null;
	const filled = entries
		.map(({ text, why }) => ({ text: cells[text] ?? '', why: cells[why] ?? '' }))
		.filter(({ text, why }) => text !== '' || why !== '');
	const lines = filled.map(({ text, why }, i) => ({ text: lineOf(text, type, i + 1), why }));
	const about = { id: cell('id'), skill: cell('skill'), level, lesson: cell('lesson'), grade: cell('grade') };
	return {
		file: remarks.file,
		line,
		about: withoutEmpty(about),
		body: { type: type.name, written: { stem: cell('stem'), lines } }
	};
}

const withoutEmpty = (about: Record<string, string>) =>
	Object.fromEntries(Object.entries(about).filter(([, value]) => value !== ''));

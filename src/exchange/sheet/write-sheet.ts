import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { questionTypeNames, type BankQuestion, type WrittenLines } from '../../catalog/index.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { About } from '../incoming.ts';
import { cellOf } from './cells.ts';
import { columnName, columns, entryName, levelLabel, typeLabel, whyName } from './columns.ts';

/** A question as a row has it. */
export interface SheetRow {
	readonly question: Pick<BankQuestion, 'type' | 'written'>;
	readonly about: About;
}

const fewestEntries = 6;

/** A workbook with a row for each question and a sheet that explains the columns; without questions it is the template. */
export async function writeSheet(rows: readonly SheetRow[], lang: Lang): Promise<Uint8Array> {
	const entries = Math.max(fewestEntries, ...rows.map(({ question }) => question.written.entries.length));
	const numbers = Array.from({ length: entries }, (_, i) => i + 1);
	const header = [...columns.map(columnName), ...numbers.flatMap((number) => [entryName(number), whyName(number)])];
	const questions: SheetData = [header.map(titled), ...rows.map((row) => cellsOf(row, entries).map(said))];
	const widths = [
		...columns.map((column) => ({ width: column === 'stem' ? 50 : 16 })),
		...numbers.flatMap(() => [{ width: 30 }, { width: 30 }])
	];
	const help: SheetData = helpRows(lang).map((row, i) => row.map((cell) => (i === 0 ? titled(cell) : said(cell))));
	const file = writeXlsxFile([
		{ data: questions, sheet: say(lang, 'exchange.sheet-questions'), columns: widths, stickyRowsCount: 1 },
		{ data: help, sheet: say(lang, 'exchange.sheet-help'), columns: [{ width: 24 }, { width: 90 }] }
	]);
	return new Uint8Array(await file.toBuffer());
}

const said = (value: string) =>
	value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' as const };
const titled = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true });

function cellsOf({ question: { type, written }, about }: SheetRow, entries: number): string[] {
	const { id = '', skill = '', level = '', lesson = '', grade = '' } = about;
	const own = [id, typeLabel(type.name), skill, levelLabel(level), lesson, grade, written.stem];
	const lines = writtenLines(written, type.entry);
	return [
		...own,
		...Array.from({ length: entries }, (_, i) => [cellOf(lines[i]?.text ?? ''), lines[i]?.why ?? '']).flat()
	];
}

/** The entries as lines: each with the sign that its kind puts before it. */
function writtenLines({ entries }: BankQuestion['written'], entry: RegExp): WrittenLines['lines'] {
	return entries.map(({ sign, text, explanation }) => {
		const ways = [`- [${sign}] ${text}`, `${sign} ${text}`, `${sign}. ${text}`, `- ${text}`];
		const line = ways.find((way) => {
			const [, found, words = ''] = entry.exec(way) ?? [];
			return found === sign && words.trim() === text;
		});
		return { text: line ?? text, why: explanation };
	});
}

/** What each column and each kind wants, in the reader's language. */
function helpRows(lang: Lang): string[][] {
	const help = (key: string) => say(lang, `exchange.help-${key}`);
	return [
		[help('what'), help('how')],
		...columns.map((column) => [columnName(column), help(column)]),
		[`${entryName(1)}, ${whyName(1)}…`, help('entry')],
		...questionTypeNames().map((type) => [typeLabel(type), help(`type-${type}`)])
	];
}

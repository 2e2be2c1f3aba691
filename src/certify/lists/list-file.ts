import { isZip, sheetRows } from '../../platform/workbook.ts';
import { textIn } from '../../platform/zip.ts';
import { unreadableList } from '../refusals.ts';

/** The lines of a file with a list: a workbook's first sheet, or text; which of them, its first bytes say. */
export async function linesIn(bytes: Uint8Array): Promise<string[]> {
	if (isZip(bytes)) return sheetLines(bytes);
	const text = textIn(bytes);
	if (text === null || text.includes('\0')) throw unreadableList();
	return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

async function sheetLines(bytes: Uint8Array): Promise<string[]> {
	try {
		return (await sheetRows(bytes)).map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))).join('\t'));
	} catch {
		throw unreadableList(); // no workbook, or one that is larger than any list
	}
}

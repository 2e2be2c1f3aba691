import { readSheet } from 'read-excel-file/node';
import { makeZip, openZip, textIn } from '../../platform/zip.ts';
import { unreadableList } from '../refusals.ts';

/** The lines of a file with a list: a workbook's first sheet, or text; which of them, its first bytes say. */
export async function linesIn(bytes: Uint8Array): Promise<string[]> {
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sheetLines(bytes);
	const text = textIn(bytes);
	if (text === null || text.includes('\0')) throw unreadableList();
	return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

/** The workbook is unpacked within limits first: what reads it sees no more than these bytes. */
async function sheetLines(bytes: Uint8Array): Promise<string[]> {
	try {
		const parts = [...openZip(bytes)].filter(([path]) => /\.(xml|rels)$/.test(path));
		const rows = await readSheet(Buffer.from(makeZip(new Map(parts))));
		return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))).join('\t'));
	} catch {
		throw unreadableList(); // no workbook, or one that is larger than any list
	}
}

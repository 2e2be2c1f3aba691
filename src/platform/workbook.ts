import { readSheet } from 'read-excel-file/node';
import { makeZip, openZip } from './zip.ts';

/** Whether a file is an archive, as workbooks are: its first bytes say so. */
export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The cells of a workbook's first sheet, row by row. It is unpacked within limits first: what reads it sees no more than
 * these bytes. Throws for what is no workbook, or one beyond the limits.
 */
export async function sheetRows(bytes: Uint8Array): Promise<unknown[][]> {
	const parts = [...openZip(bytes)].filter(([path]) => /\.(xml|rels)$/.test(path));
	return readSheet(Buffer.from(makeZip(new Map(parts))));
}

/** The day of a cell that holds one, as people write it: 24/11/2026. */
export function dayInCell(day: Date): string {
	return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
}

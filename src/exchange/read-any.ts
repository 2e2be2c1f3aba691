import { extname } from 'node:path';
import { readGift } from './gift/read-gift.ts';
import type { ReadFile } from './incoming.ts';
import { readQtiItem, readQtiPackage } from './qti/read-package.ts';
import { readCsvSheet, readSheet } from './sheet/read-sheet.ts';
import { textIn } from '../platform/zip.ts';

/** No file of questions is larger. */
export const mostFileBytes = 16_000_000;

type Reader = (bytes: Uint8Array, file: string) => ReadFile | Promise<ReadFile>;

const gift: Reader = (bytes, file) => {
	const text = textIn(bytes);
	return text === null ? fault(file, 'not-utf8') : readGift(text, file);
};

const readers: Partial<Record<string, Reader>> = {
	'.gift': gift,
	'.txt': gift,
	'.zip': readQtiPackage,
	'.xml': readQtiItem,
	'.xlsx': readSheet,
	'.csv': readCsvSheet
};

/** Reads a file of questions as what its name says it is. */
export async function readAny(bytes: Uint8Array, file: string): Promise<ReadFile> {
	if (bytes.length > mostFileBytes) return fault(file, 'file-large');
	const reader = readers[extname(file).toLowerCase()];
	return reader ? reader(bytes, file) : fault(file, 'file-kind');
}

const fault = (file: string, code: string): ReadFile => ({
	questions: [],
	remarks: [{ file, line: 1, kind: 'fault', code }],
	media: []
});

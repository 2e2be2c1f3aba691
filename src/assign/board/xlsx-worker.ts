import { parentPort } from 'node:worker_threads';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** Lines of a workbook; `null` after the last. */
export type Lines = string[][] | null;

const data: SheetData = [];

// What goes wrong ends the thread: who waits for it hears of it.
parentPort?.on('message', (page: Lines) => {
	if (page === null) void write();
	else for (const cells of page) data.push(rowOf(cells, data.length === 0));
});

/** Texts, none of which runs as a formula. */
function rowOf(cells: readonly string[], bold: boolean): SheetData[number] {
	return cells.map((value) =>
		value === '' ? null : { value, type: String, ...(bold && { fontWeight: 'bold' as const }) }
	);
}

/** The first line and the first column stay in sight. */
async function write(): Promise<void> {
	const columns = (data[0] ?? []).map((_, i) => ({ width: i === 0 ? 28 : 20 }));
	const file = writeXlsxFile(data, { columns, stickyRowsCount: 1, stickyColumnsCount: 1 });
	parentPort?.postMessage(new Uint8Array(await file.toBuffer()));
}

import { parentPort } from 'node:worker_threads';
import { readTable, type SheetRead } from './read-table.ts';
import type { TableRow } from './table-row.ts';

/** What the thread answers: some rows, the last of them or not, or why nothing can be read. */
export type Piece =
	| { readonly rows: TableRow[]; readonly isLast: boolean; readonly sheet?: SheetRead }
	| { readonly fault: string; readonly values: Record<string, number> };

/** So many rows go over at once: taking them in holds up whoever asked no longer than a few milliseconds. */
const pieceSize = 1_000;

/** A file, and the headings of which one is looked for. */
interface Wanted {
	readonly bytes: Uint8Array;
	readonly wanted: readonly string[];
}

// The first message brings the file, each further one asks for more of it. What goes wrong ends the thread: who waits for
// it hears of it.
parentPort?.once('message', ({ bytes, wanted }: Wanted) => {
	void readTable(bytes, wanted).then((table) => {
		if ('fault' in table) return void parentPort?.postMessage(table);
		const { rows: all, sheet } = table;
		let start = 0;
		const sendNext = () => {
			const rows = all.slice(start, (start += pieceSize));
			const isLast = start >= all.length;
			parentPort?.postMessage({ rows, isLast, ...(sheet && { sheet }) } satisfies Piece);
		};
		parentPort?.on('message', sendNext);
		sendNext();
	});
});

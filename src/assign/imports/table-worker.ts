import { parentPort } from 'node:worker_threads';
import { readTable, type TableRow } from './read-table.ts';

/** What the thread answers: some rows, the last of them or not, or why nothing can be read. */
export type Piece =
	| { readonly rows: TableRow[]; readonly isLast: boolean }
	| { readonly fault: string; readonly values: Record<string, number> };

/** So many rows go over at once: taking them in holds up whoever asked no longer than a few milliseconds. */
const pieceSize = 1_000;

// The first message brings the file, each further one asks for more of it. What goes wrong ends the thread: who waits for
// it hears of it.
parentPort?.once('message', (bytes: Uint8Array) => {
	void readTable(bytes).then((table) => {
		if ('fault' in table) return void parentPort?.postMessage(table);
		let start = 0;
		const sendNext = () => {
			const rows = table.rows.slice(start, (start += pieceSize));
			parentPort?.postMessage({ rows, isLast: start >= table.rows.length } satisfies Piece);
		};
		parentPort?.on('message', sendNext);
		sendNext();
	});
});

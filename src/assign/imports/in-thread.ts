import { Worker } from 'node:worker_threads';
import { workerFile } from '../../platform/worker-file.ts';
import type { Table } from './read-table.ts';
import type { TableRow } from './table-row.ts';
import type { Piece } from './table-worker.ts';

/** More than a sheet of 100,000 rows needs; beyond it the thread ends, not the server. */
const mostMemoryMb = 768;
const broken = { fault: 'broken', values: {} };

/** Reads a spreadsheet in a thread of its own: nobody's answer waits for it. One of these headings is looked for. */
export async function readInThread(bytes: Uint8Array, wanted: readonly string[]): Promise<Table> {
	const file = await workerFile(import.meta.dirname, 'table-worker');
	const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
	const ask = asking(worker);
	try {
		const rows: TableRow[] = [];
		for (let piece = await ask({ bytes, wanted }); ; piece = await ask('more')) {
			if ('fault' in piece) return piece;
			rows.push(...piece.rows);
			if (piece.isLast) return { rows, ...(piece.sheet && { sheet: piece.sheet }) };
		}
	} finally {
		void worker.terminate();
	}
}

/** One question at a time; a thread that has ended answers that the file is broken. */
function asking(worker: Worker): (question: unknown) => Promise<Piece> {
	let hasEnded = false;
	let hear: (piece: Piece) => void = () => undefined;
	const end = () => {
		hasEnded = true;
		hear(broken);
	};
	worker.on('message', (piece: Piece) => hear(piece));
	worker.on('error', end);
	worker.on('exit', end);
	return (question) =>
		new Promise((resolve) => {
			hear = resolve;
			if (hasEnded) return resolve(broken);
			worker.postMessage(question);
		});
}

import { parentPort } from 'node:worker_threads';
import { readTable } from './read-table.ts';

export type { Table } from './read-table.ts';

// What goes wrong ends the thread: who waits for it hears of it.
parentPort?.once('message', ({ bytes, wanted }: { bytes: Uint8Array; wanted: readonly string[] }) => {
	void readTable(bytes, wanted).then((table) => parentPort?.postMessage(table));
});

import { parentPort } from 'node:worker_threads';
import { readTable } from './read-table.ts';

export type { Table } from './read-table.ts';

// What goes wrong ends the thread: who waits for it hears of it.
parentPort?.once('message', (bytes: Uint8Array) => {
	void readTable(bytes).then((table) => parentPort?.postMessage(table));
});

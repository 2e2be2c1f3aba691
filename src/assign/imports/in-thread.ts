import { Worker } from 'node:worker_threads';
import { workerFile } from '../../platform/worker-file.ts';
import type { Table } from './table-worker.ts';

/** More than a sheet of 100,000 rows needs; beyond it the thread ends, not the server. */
const mostMemoryMb = 768;

/** Reads a spreadsheet in a thread of its own: nobody's answer waits for it. One of these headings is looked for. */
export async function readInThread(bytes: Uint8Array, wanted: readonly string[]): Promise<Table> {
	const file = await workerFile(import.meta.dirname, 'table-worker');
	const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
	try {
		return await new Promise<Table>((resolve) => {
			worker.once('message', resolve);
			worker.once('error', () => resolve({ fault: 'broken', values: {} }));
			worker.once('exit', () => resolve({ fault: 'broken', values: {} }));
			worker.postMessage({ bytes, wanted });
		});
	} finally {
		void worker.terminate();
	}
}

import { Worker } from 'node:worker_threads';
import { workerFile } from '../../platform/worker-file.ts';
import type { Lines } from './xlsx-worker.ts';

/** More than a workbook of 50,000 rows needs; beyond it the thread ends, not the server. */
const mostMemoryMb = 768;

/** A workbook of texts, none of which runs as a formula, written in a thread of its own: nobody's answer waits for it. */
export async function* writeXlsx(lines: AsyncIterable<string[][]>): AsyncGenerator<Uint8Array> {
	const file = await workerFile(import.meta.dirname, 'xlsx-worker');
	const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
	const written = new Promise<Uint8Array>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('the thread that writes a workbook ended')));
	});
	// Told below, when all lines are handed over.
	written.catch(() => {});
	try {
		const hand = (page: Lines) => worker.postMessage(page);
		for await (const page of lines) hand(page);
		hand(null);
		yield await written;
	} finally {
		void worker.terminate();
	}
}

import { Worker } from 'node:worker_threads';
import { inTurn } from '../../platform/turns.ts';
import { workerFile } from '../../platform/worker-file.ts';
import type { Done, Job } from './exchange-worker.ts';

/** More than a large content folder needs; beyond it the thread ends, not the server. */
const mostMemoryMb = 512;
/** How long a thread stays for the next job: starting one takes longer than most jobs. */
const idleMs = 60_000;

/** The thread of this process, while there is one; jobs wait for each other. */
const desk: { worker: Worker | null; idle?: NodeJS.Timeout } = { worker: null };

/** Does a job in a thread of its own, one after another. */
export function doInThread(job: Job): Promise<Done> {
	return inTurn(desk, 'job', async () => {
		clearTimeout(desk.idle);
		const worker = (desk.worker ??= await startThread());
		try {
			return await answerOf(worker, job);
		} catch (error) {
			desk.worker = null;
			void worker.terminate();
			throw error;
		} finally {
			desk.idle = setTimeout(endThread, idleMs).unref();
		}
	});
}

async function startThread(): Promise<Worker> {
	const file = await workerFile(import.meta.dirname, 'exchange-worker');
	const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
	worker.unref();
	return worker;
}

function endThread(): void {
	void desk.worker?.terminate();
	desk.worker = null;
}

function answerOf(worker: Worker, job: Job): Promise<Done> {
	return new Promise<Done>((resolve, reject) => {
		const ended = (code: number) => reject(new Error(`the thread that exchanges questions ended with ${code}`));
		const over = (then: () => void) => {
			worker.removeListener('error', failed).removeListener('exit', ended);
			then();
		};
		const failed = (error: Error) => over(() => reject(error));
		worker.once('error', failed).once('exit', ended);
		worker.once('message', (done: Done) => over(() => resolve(done)));
		worker.postMessage(job);
	});
}

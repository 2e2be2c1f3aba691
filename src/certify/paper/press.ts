import { Worker } from 'node:worker_threads';
import type { Log } from '../../platform/log.ts';
import { workerFile } from '../../platform/worker-file.ts';
import type { PrintAnswer, PrintJob } from './pdf-worker.ts';
import { nameNotPrintable, pdfBusy } from '../refusals.ts';
import type { Seal } from '../seal/seal.ts';
import type { Sheet } from './sheet.ts';

/** Prints records in a thread of its own. */
export interface Press {
	/** The sheet as a PDF, signed where there is a seal. Refuses with `certify.pdf-busy` when too many wait, with `certify.name-not-printable` for letters it lacks. */
	print(sheet: Sheet, seal: Seal | null): Promise<Buffer>;
	close(): Promise<void>;
}

/** A page takes some 60 ms of work: who comes last waits a few seconds. */
const mostWaiting = 60;
const longestMs = 20_000;

interface Waiting {
	resolve(pdf: Buffer): void;
	reject(error: Error): void;
	timer: NodeJS.Timeout;
}

/** A press whose thread starts with the first sheet, and anew after it has failed. */
export function openPress(log: Log): Press {
	return new ThreadPress(log);
}

class ThreadPress implements Press {
	readonly #log: Log;
	readonly #waiting = new Map<number, Waiting>();
	#thread: Promise<Worker> | undefined;
	#lastId = 0;

	constructor(log: Log) {
		this.#log = log;
	}

	async print(sheet: Sheet, seal: Seal | null): Promise<Buffer> {
		if (this.#waiting.size >= mostWaiting) throw pdfBusy();
		const id = ++this.#lastId;
		const printed = new Promise<Buffer>((resolve, reject) => {
			const timer = setTimeout(() => this.#fail(new Error('a sheet took too long')), longestMs);
			this.#waiting.set(id, { resolve, reject, timer });
		});
		this.#thread ??= this.#start();
		this.#thread.then(
			(worker) => worker.postMessage({ id, sheet, seal } satisfies PrintJob),
			(error: Error) => this.#fail(error)
		);
		return printed;
	}

	close(): Promise<void> {
		return this.#stop(pdfBusy());
	}

	async #start(): Promise<Worker> {
		const worker = new Worker(await workerFile(import.meta.dirname, 'pdf-worker'));
		worker.on('message', (answer: PrintAnswer) => this.#settle(answer.id, (job) => answerTo(job, answer)));
		worker.on('error', (error: Error) => this.#fail(error));
		worker.unref(); // last: listening for messages holds the process again
		return worker;
	}

	#settle(id: number, then: (job: Waiting) => void): void {
		const job = this.#waiting.get(id);
		if (!job) return;
		this.#waiting.delete(id);
		clearTimeout(job.timer);
		then(job);
	}

	#fail(error: Error): void {
		if (this.#thread === undefined) return; // said already
		this.#log.error({ err: error }, 'the thread that prints records failed');
		void this.#stop(pdfBusy());
	}

	/** Ends the thread; whoever waits is told why. */
	async #stop(why: Error): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		for (const id of [...this.#waiting.keys()]) this.#settle(id, (job) => job.reject(why));
		const worker = await thread?.catch(() => undefined);
		await worker?.terminate();
	}
}

function answerTo(job: Waiting, answer: PrintAnswer): void {
	if ('pdf' in answer) job.resolve(Buffer.from(answer.pdf));
	else job.reject(answer.fault === 'not-printable' ? nameNotPrintable() : new Error(answer.message));
}

import { Worker } from 'node:worker_threads';
import { workerFile } from '../../../platform/worker-file.ts';
import type { CalibrationAnswer, CalibrationJob } from './calibrate-worker.ts';

/** More than a calibration of 1,000 questions and a million answers needs; beyond it the thread ends, not the server. */
const mostMemoryMb = 1024;

/** Calibrates in a thread of its own, which takes the answers over without copying: the caller's arrays are empty then. */
export async function calibrateInThread(plan: CalibrationJob): Promise<CalibrationAnswer> {
	const { learner, item, right } = plan.answers;
	const worker = new Worker(await workerFile(import.meta.dirname, 'calibrate-worker'), {
		workerData: plan,
		transferList: [learner.buffer, item.buffer, right.buffer] as ArrayBuffer[],
		resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb }
	});
	try {
		return await new Promise<CalibrationAnswer>((resolve, reject) => {
			worker.once('message', resolve);
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`the thread that calibrates ended with ${code}`)));
		});
	} finally {
		await worker.terminate();
	}
}

import { parentPort } from 'node:worker_threads';
import { provideQuestionTypes } from '../../catalog/index.ts';
import { questionTypes } from '../../question-types/index.ts';
import { doJob, type Job } from './job.ts';

export type { Done, Job } from './job.ts';

// A thread is a composition root of its own: reading a whole content folder takes longer than any request may hold up others.
provideQuestionTypes(questionTypes);

parentPort?.on('message', (job: Job) => {
	// What goes wrong ends the thread: who waits for it hears of it, and the next job gets a new one.
	void doJob(job).then((done) => parentPort?.postMessage(done));
});

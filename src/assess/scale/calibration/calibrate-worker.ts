import { parentPort, workerData } from 'node:worker_threads';
import { calibrate, type CalibrationPlan } from './calibrate.ts';

/** Runs in a thread of its own: calibrating takes seconds, and the server has learners to answer meanwhile. */
parentPort?.postMessage(calibrate(workerData as CalibrationPlan)); // only calibrate-in-thread.ts starts it

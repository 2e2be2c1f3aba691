import { parentPort, workerData } from 'node:worker_threads';
import { calibrate, type Calibration, type CalibrationPlan } from './calibrate.ts';

/** What the thread is given, and what it answers. */
export type CalibrationJob = CalibrationPlan;
export type CalibrationAnswer = Calibration;

/** Runs in a thread of its own: calibrating takes seconds, and the server has learners to answer meanwhile. */
const answer: CalibrationAnswer = calibrate(workerData as CalibrationJob); // only calibrate-in-thread.ts starts it
parentPort?.postMessage(answer);

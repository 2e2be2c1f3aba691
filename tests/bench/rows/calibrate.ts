import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../server.ts';
import { both, type Row } from '../row.ts';

interface Told {
	seconds: number;
	mb: number;
	rounds: number;
	settled: boolean;
	error: number;
}

/** A thousand questions and a million answers of fifty thousand learners; memory is that of the whole process. */
export const calibrateRow: Row = {
	id: 'calibrate',
	title: '1,000 questions calibrated from 1,000,000 answers',
	figures: [
		{ name: 'time', unit: 's', better: 'less', digits: 1, limit: both(60) },
		{ name: 'memory', unit: 'MB', better: 'less', digits: 0, limit: both(1024) }
	],
	times: 1,
	async measure() {
		const child = fork(join(root, 'build/bench/calibration.js'));
		const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Told | number];
		if (typeof told !== 'object') throw new Error(`calibrating ended with ${told}`);
		if (!told.settled) throw new Error(`it did not settle within ${told.rounds} rounds`);
		return {
			figures: { time: told.seconds, memory: told.mb },
			beside: { rounds: told.rounds, 'error of difficulties': told.error }
		};
	}
};

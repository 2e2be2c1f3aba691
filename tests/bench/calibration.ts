import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { seeded } from '../../src/assess/random.ts';
import { AnswerList } from '../../src/assess/scale/calibration/answers.ts';
import { parametersFrom, planFor } from '../../src/assess/scale/calibration/calibrate-bank.ts';
import type { Calibration } from '../../src/assess/scale/calibration/calibrate.ts';
import { chanceRight } from '../../src/assess/scale/item.ts';
import { evenly, normally } from '../../src/assess/scale/simulator/numbers.ts';

/**
 * A process of its own, so that its memory is that of a calibration: makes answers of learners who saw a few questions
 * each, calibrates them in the built server's thread, and says how long that took, with how much memory, how well.
 */
const [questions, learners, each] = [1_000, 50_000, 20];
const random = seeded('calibration');

const items = Array.from({ length: questions }, (_, i) => ({
	id: `q-${i}`,
	a: 1.7 * Math.exp(0.3 * normally(random)),
	b: 1.3 * normally(random),
	c: 0.25
}));

function answersOfAll() {
	const answers = new AnswerList();
	for (let learner = 0; learner < learners; learner++) {
		const ability = normally(random);
		const first = random.below(questions);
		for (let i = 0; i < each; i++) {
			const place = (first + i * 47) % questions;
			const item = items[place];
			if (item) answers.add(learner, place, evenly(random) < chanceRight(item, ability));
		}
	}
	return answers.done();
}

const bank = items.map(({ id, b, c }) => {
	const level = b < -0.56 ? ('easy' as const) : b > 0.56 ? ('hard' as const) : ('medium' as const);
	return { id, skill: 'any', level, guessing: c };
});
const group = { mean: 0, sd: 1 };
const earlier = new Map<string, never>();
const workerData = planFor({ questions: bank, earlier, answers: answersOfAll(), model: '2pl', group, atLeast: 30 });

const began = performance.now();
const worker = new Worker(join(import.meta.dirname, '../server/calibrate-worker.js'), { workerData });
worker.once('message', (calibration: Calibration) => {
	const seconds = (performance.now() - began) / 1000;
	const found = parametersFrom(bank, calibration);
	const squares = found.map(({ b }, i) => (b - (items[i]?.b ?? NaN)) ** 2);
	process.send?.({
		seconds,
		mb: process.resourceUsage().maxRSS / 1024,
		rounds: calibration.rounds,
		settled: calibration.settled,
		error: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
	});
});

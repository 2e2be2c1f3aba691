import { normalised } from '../grid.ts';
import { chanceRight } from '../item.ts';
import type { ByLearner } from './answers.ts';

/** An item while it is calibrated, in the unit of the learners who answered. */
export interface Curve {
	readonly a: number;
	readonly b: number;
	readonly c: number;
}

/** Where the abilities of those who answered may lie: their mean is 0 and their spread 1 while we calibrate. */
export const nodes = Float64Array.from({ length: 33 }, (_, i) => (i - 16) / 4);
const q = nodes.length;
const logPrior = normalised(nodes.map((node) => Math.exp(-0.5 * node * node))).map(Math.log);

/** What the answers say of each item: how many of those at each node are expected to have been right, and wrong. */
export interface Expected {
	/** For item i the places from i times the number of nodes. */
	readonly right: Float64Array;
	readonly wrong: Float64Array;
}

/** Called for each learner with how likely each node is for her, and where her answers lie. */
type Visit = (posterior: Float64Array, from: number, to: number) => void;

/** Goes through the learners with the posterior of each under these curves. */
export function eachLearner(answers: ByLearner, curves: readonly Curve[], visit: Visit): void {
	const { right, wrong } = logTables(curves);
	const posterior = new Float64Array(q);
	for (let learner = 0; learner + 1 < answers.from.length; learner++) {
		const [from, to] = [answers.from[learner] ?? 0, answers.from[learner + 1] ?? 0];
		if (from === to) continue;
		posterior.set(logPrior);
		for (let at = from; at < to; at++) {
			addRow(posterior, answers.right[at] === 1 ? right : wrong, (answers.item[at] ?? 0) * q);
		}
		fromLogs(posterior);
		visit(posterior, from, to);
	}
}

function addRow(sum: Float64Array, table: Float64Array, first: number): void {
	for (let k = 0; k < q; k++) sum[k] = (sum[k] ?? 0) + (table[first + k] ?? 0);
}

/** The E step of Bock & Aitkin (1981). */
export function expect(answers: ByLearner, curves: readonly Curve[]): Expected {
	const expected = { right: new Float64Array(curves.length * q), wrong: new Float64Array(curves.length * q) };
	eachLearner(answers, curves, (posterior, from, to) => {
		for (let at = from; at < to; at++) {
			const sums = answers.right[at] === 1 ? expected.right : expected.wrong;
			const first = (answers.item[at] ?? 0) * q;
			for (let k = 0; k < q; k++) sums[first + k] = (sums[first + k] ?? 0) + (posterior[k] ?? 0);
		}
	});
	return expected;
}

function logTables(curves: readonly Curve[]): Expected {
	const tables = { right: new Float64Array(curves.length * q), wrong: new Float64Array(curves.length * q) };
	curves.forEach((curve, i) => {
		nodes.forEach((node, k) => {
			const right = chanceRight(curve, node);
			tables.right[i * q + k] = Math.log(right);
			tables.wrong[i * q + k] = Math.log(1 - right);
		});
	});
	return tables;
}

/** Logarithms of weights into weights with sum 1, in place. */
function fromLogs(weights: Float64Array): void {
	let most = -Infinity;
	for (let k = 0; k < q; k++) most = Math.max(most, weights[k] ?? 0);
	let sum = 0;
	for (let k = 0; k < q; k++) {
		const weight = Math.exp((weights[k] ?? 0) - most);
		weights[k] = weight;
		sum += weight;
	}
	for (let k = 0; k < q; k++) weights[k] = (weights[k] ?? 0) / sum;
}

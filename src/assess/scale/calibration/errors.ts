import { chanceRight } from '../item.ts';
import type { ByLearner } from './answers.ts';
import { eachLearner, nodes, type Curve } from './expectation.ts';
import type { Belief } from './maximisation.ts';

const q = nodes.length;

/** Standard errors of log a and b. */
export interface ParameterErrors {
	readonly logA: number;
	readonly b: number;
}

/**
 * Standard errors from the learners' own scores (the empirical cross-product of the marginal likelihood's slopes), so
 * that it costs information that nobody's ability is known; with the belief's precision. Each item is taken by itself:
 * errors that items share are not in it.
 */
export function errorsOf(answers: ByLearner, curves: readonly Curve[], beliefs: readonly Belief[]): ParameterErrors[] {
	const sums = new Float64Array(3 * curves.length);
	const slopes = slopesOf(curves);
	eachLearner(answers, curves, (posterior, from, to) => {
		for (let at = from; at < to; at++) {
			const item = answers.item[at] ?? 0;
			const { logA, b } = answers.right[at] === 1 ? slopes.right : slopes.wrong;
			const [byA, byB] = [meanOf(posterior, logA, item), meanOf(posterior, b, item)];
			const own = sums.subarray(3 * item, 3 * item + 3);
			own.set([byA * byA, byA * byB, byB * byB].map((each, i) => each + (own[i] ?? 0)));
		}
	});
	return beliefs.map((belief, i) => inverted(sums.subarray(3 * i, 3 * i + 3), belief));
}

/** The mean of an item's row under these weights. */
function meanOf(weights: Float64Array, table: Float64Array, item: number): number {
	let sum = 0;
	for (let k = 0; k < q; k++) sum += (weights[k] ?? 0) * (table[item * q + k] ?? 0);
	return sum;
}

function inverted([aa = 0, ab = 0, bb = 0]: Float64Array, belief: Belief): ParameterErrors {
	const [withA, withB] = [aa + 1 / belief.logA.sd ** 2, bb + 1 / belief.b.sd ** 2];
	const determinant = withA * withB - ab * ab;
	return { logA: Math.sqrt(withB / determinant), b: Math.sqrt(withA / determinant) };
}

/** The slope of the log chance of a right and of a wrong answer in log a and b, at each node. */
function slopesOf(curves: readonly Curve[]) {
	const empty = () => ({ logA: new Float64Array(curves.length * q), b: new Float64Array(curves.length * q) });
	const slopes = { right: empty(), wrong: empty() };
	curves.forEach((curve, i) => {
		nodes.forEach((node, k) => {
			const chance = chanceRight(curve, node);
			const known = (chance - curve.c) / (1 - curve.c);
			const rise = (1 - curve.c) * curve.a * known * (1 - known);
			const byA = rise * (node - curve.b);
			slopes.right.logA[i * q + k] = byA / chance;
			slopes.right.b[i * q + k] = -rise / chance;
			slopes.wrong.logA[i * q + k] = -byA / (1 - chance);
			slopes.wrong.b[i * q + k] = rise / (1 - chance);
		});
	});
	return slopes;
}

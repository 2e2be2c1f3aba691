import { nodes, type Curve, type Expected } from './expectation.ts';

const q = nodes.length;

/** What is believed of an item before its answers: a normal distribution of its difficulty and of the logarithm of `a`. */
export interface Belief {
	readonly b: { readonly mean: number; readonly sd: number };
	readonly logA: { readonly mean: number; readonly sd: number };
}

/** Slope and information of the log posterior at a curve, in the order log a, b. */
interface Ascent {
	readonly slope: readonly [number, number];
	readonly information: readonly [number, number, number];
}

const steps = 4;
const furthest = 0.5;

/** The M step for one item: Fisher scoring on log a and b, a few steps from where it stood. */
export function maximise(
	start: Curve,
	at: number,
	{ expected, belief }: { expected: Expected; belief: Belief }
): Curve {
	let curve = start;
	for (let step = 0; step < steps; step++) {
		const { slope, information } = withBelief(ascentOf(curve, at, expected), curve, belief);
		const [aa, ab, bb] = information;
		const determinant = aa * bb - ab * ab;
		const byA = limited((bb * slope[0] - ab * slope[1]) / determinant);
		const byB = limited((aa * slope[1] - ab * slope[0]) / determinant);
		curve = { a: curve.a * Math.exp(byA), b: curve.b + byB, c: curve.c };
		if (Math.abs(byA) + Math.abs(byB) < 1e-5) break;
	}
	return curve;
}

/** As `maximise`, with `a` as it is: Rasch's model has one for all items. */
export function maximiseDifficulty(
	start: Curve,
	at: number,
	{ expected, belief }: { expected: Expected; belief: Belief }
): Curve {
	let curve = start;
	for (let step = 0; step < steps; step++) {
		const { slope, information } = withBelief(ascentOf(curve, at, expected), curve, belief);
		const byB = limited(slope[1] / information[2]);
		curve = { ...curve, b: curve.b + byB };
		if (Math.abs(byB) < 1e-5) break;
	}
	return curve;
}

/** One step of the sharpness that all these items have in common. */
export function commonSharpness(curves: readonly Curve[], places: readonly number[], expected: Expected): number {
	const ascents = places.map((place) => ascentOf(curves[place] ?? { a: 1, b: 0, c: 0 }, place, expected));
	const slope = ascents.reduce((sum, ascent) => sum + ascent.slope[0], 0);
	const information = ascents.reduce((sum, ascent) => sum + ascent.information[0], 0);
	const a = curves[places[0] ?? 0]?.a ?? 1;
	return information > 0 ? a * Math.exp(limited(slope / information)) : a;
}

function limited(step: number): number {
	return Math.max(-furthest, Math.min(furthest, step));
}

function ascentOf({ a, b, c }: Curve, at: number, expected: Expected): Ascent {
	let [slopeA, slopeB, aa, ab, bb] = [0, 0, 0, 0, 0];
	for (let k = 0; k < q; k++) {
		const [right, wrong] = [expected.right[at * q + k] ?? 0, expected.wrong[at * q + k] ?? 0];
		const away = (nodes[k] ?? 0) - b;
		const known = 1 / (1 + Math.exp(-a * away));
		const chance = c + (1 - c) * known;
		const rise = (1 - c) * a * known * (1 - known);
		const byA = rise * away;
		const pull = right / chance - wrong / (1 - chance);
		const weight = (right + wrong) / (chance * (1 - chance));
		slopeA += pull * byA;
		slopeB -= pull * rise;
		aa += weight * byA * byA;
		ab -= weight * byA * rise;
		bb += weight * rise * rise;
	}
	return { slope: [slopeA, slopeB], information: [aa, ab, bb] };
}

function withBelief({ slope, information }: Ascent, { a, b }: Curve, { b: ofB, logA }: Belief): Ascent {
	const [aa, ab, bb] = information;
	return {
		slope: [slope[0] - (Math.log(a) - logA.mean) / logA.sd ** 2, slope[1] - (b - ofB.mean) / ofB.sd ** 2],
		information: [aa + 1 / logA.sd ** 2, ab, bb + 1 / ofB.sd ** 2]
	};
}

/** What is known of a learner before the first answer: the group's mean and spread, fixed per group. */
export interface Prior {
	readonly mean: number;
	readonly sd: number;
}

/** Abilities that are reckoned with, evenly over four spreads of the group on either side, and how likely each is. */
export interface Grid {
	readonly points: Float64Array;
	readonly prior: Float64Array;
}

const reach = 4;
const count = 41;

/** The grid of a group. More points than 41 change an estimate by less than a thousandth. */
export function gridOf({ mean, sd }: Prior): Grid {
	const points = Float64Array.from({ length: count }, (_, i) => mean + sd * reach * ((2 * i) / (count - 1) - 1));
	const density = points.map((point) => Math.exp(-0.5 * ((point - mean) / sd) ** 2));
	return { points, prior: normalised(density) };
}

/** The same weights with sum 1. */
export function normalised(weights: Float64Array): Float64Array {
	const sum = weights.reduce((total, each) => total + each, 0);
	return weights.map((each) => each / sum);
}

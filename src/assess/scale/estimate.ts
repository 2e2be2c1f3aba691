import { normalised, type Grid } from './grid.ts';
import { chanceRight, type ScaleItem } from './item.ts';

/** Where a learner stands, and how sure that is. */
export interface Estimate {
	readonly ability: number;
	/** The posterior spread: the error to print beside the ability. */
	readonly error: number;
	/** The 95 % interval. */
	readonly low: number;
	readonly high: number;
}

export interface ScoredAnswer {
	readonly item: ScaleItem;
	readonly right: boolean;
}

/** How likely each ability of the grid is after these answers, in whatever order they came. */
export function posteriorOf(grid: Grid, answers: readonly ScoredAnswer[]): Float64Array {
	return answers.reduce((weights, answer) => afterAnswer(grid, weights, answer), grid.prior);
}

/** One more answer. */
export function afterAnswer(grid: Grid, weights: Float64Array, { item, right }: ScoredAnswer): Float64Array {
	const chances = grid.points.map((point) => chanceRight(item, point));
	return afterWeights(weights, right ? chances : chances.map((chance) => 1 - chance));
}

/** Bayes' rule on the grid: the weights after something that is so likely at each ability. */
export function afterWeights(weights: Float64Array, chances: Float64Array): Float64Array {
	return normalised(weights.map((weight, i) => weight * (chances[i] ?? 0)));
}

const widthOf95 = 1.96;

/** The expected ability a posteriori (EAP, Bock & Mislevy 1982): never outside the grid, finite for every pattern. */
export function estimateFrom(grid: Grid, weights: Float64Array): Estimate {
	const { mean: ability, variance } = momentsOf(grid, weights);
	const error = Math.sqrt(variance);
	return { ability, error, low: ability - widthOf95 * error, high: ability + widthOf95 * error };
}

/** Mean and variance of weights on the grid, whatever their sum. */
export function momentsOf({ points }: Grid, weights: Float64Array): { sum: number; mean: number; variance: number } {
	let [sum, first, second] = [0, 0, 0];
	for (let i = 0; i < weights.length; i++) {
		const [weight, point] = [weights[i] ?? 0, points[i] ?? 0];
		sum += weight;
		first += weight * point;
		second += weight * point * point;
	}
	return { sum, mean: first / sum, variance: Math.max(0, second / sum - (first / sum) ** 2) };
}

/** How likely the ability is at least the cut; a grid point's weight is spread evenly over its cell. */
export function chanceOver({ points }: Grid, weights: Float64Array, cut: number): number {
	const cell = (points[1] ?? 0) - (points[0] ?? 0);
	return weights.reduce((sum, weight, i) => {
		const above = 0.5 + ((points[i] ?? 0) - cut) / cell;
		return sum + weight * Math.min(1, Math.max(0, above));
	}, 0);
}

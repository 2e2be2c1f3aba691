import { afterWeights, estimateFrom, type Estimate } from './estimate.ts';
import type { Grid } from './grid.ts';
import { chanceRight, type ScaleItem } from './item.ts';

/**
 * How likely each number of right answers is at each ability (Lord & Wingersky 1984): the outer array goes over the
 * number right, from none to all, the inner one over the grid.
 */
export function chancesOfScores(items: readonly ScaleItem[], { points }: Grid): Float64Array[] {
	let scores = [new Float64Array(points.length).fill(1)];
	for (const item of items) {
		const right = points.map((point) => chanceRight(item, point));
		const none = new Float64Array(points.length);
		scores = [...scores, none].map((same, score) => {
			const fewer = scores[score - 1] ?? none;
			return same.map((chance, i) => chance * (1 - (right[i] ?? 0)) + (fewer[i] ?? 0) * (right[i] ?? 0));
		});
	}
	return scores;
}

/** What each number right says on the scale, for scoring by hand (EAP for summed scores: Thissen et al. 1995). */
export function estimatesByScore(items: readonly ScaleItem[], grid: Grid): Estimate[] {
	return chancesOfScores(items, grid).map((chances) => estimateFrom(grid, afterWeights(grid.prior, chances)));
}

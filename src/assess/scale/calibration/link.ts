import type { Prior } from '../grid.ts';

/** From the unit in which the learners who answered have mean 0 and spread 1 to the present scale. */
export interface Link {
	readonly slope: number;
	readonly shift: number;
	/** The items it rests on, and those left out because they have moved against the others. */
	readonly anchors: readonly number[];
	readonly drifted: readonly number[];
}

/** A difficulty on the present scale, and as it was found now. */
export interface AnchorPair {
	readonly item: number;
	readonly present: number;
	readonly found: number;
}

/** With fewer than this an anchor that has moved can't be told from the others. */
const fewestAnchors = 8;
const outlying = 2.7;

/**
 * Links by the mean and spread of difficulties that were calibrated before (mean/sigma: Marco 1977), without those that
 * drifted (robust z over 2.7: Huynh & Meyer 2010). Without enough of them the learners themselves are the link: the
 * scale is made of their group's mean and spread.
 */
export function linkBy(pairs: readonly AnchorPair[], group: Prior): Link {
	if (pairs.length < fewestAnchors) return { slope: group.sd, shift: group.mean, anchors: [], drifted: [] };
	const first = meanSigma(pairs);
	const away = pairs.map(({ present, found }) => present - first.slope * found);
	const middle = median(away);
	const usual = Math.max(0.05, 1.4826 * median(away.map((each) => Math.abs(each - middle))));
	const drifts = (_: AnchorPair, i: number) => Math.abs((away[i] ?? 0) - middle) / usual > outlying;
	const kept = pairs.filter((pair, i) => !drifts(pair, i));
	return {
		...meanSigma(kept),
		anchors: kept.map(({ item }) => item),
		drifted: pairs.filter(drifts).map(({ item }) => item)
	};
}

function meanSigma(pairs: readonly AnchorPair[]): { slope: number; shift: number } {
	const present = momentsOf(pairs.map((pair) => pair.present));
	const found = momentsOf(pairs.map((pair) => pair.found));
	const slope = found.sd > 0 && present.sd > 0 ? present.sd / found.sd : 1;
	return { slope, shift: present.mean - slope * found.mean };
}

function momentsOf(values: readonly number[]): { mean: number; sd: number } {
	const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
	return { mean, sd: Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length) };
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

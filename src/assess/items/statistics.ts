import type { Sums } from './counters.ts';

/** Those of one rest score: how many, and the sums of what is looked at. */
interface RestSums extends Sums {
	readonly rest: number;
}

/** Pearson's correlation with the rest score; null where either is the same for everyone. */
export function correlation(groups: readonly RestSums[]): number | null {
	let [n, x, xx, y, yy, xy] = [0, 0, 0, 0, 0, 0];
	for (const group of groups) {
		n += group.n;
		x += group.sum;
		xx += group.squares;
		y += group.n * group.rest;
		yy += group.n * group.rest ** 2;
		xy += group.sum * group.rest;
	}
	const spread = (n * xx - x * x) * (n * yy - y * y);
	return spread > 0 ? (n * xy - x * y) / Math.sqrt(spread) : null;
}

/**
 * The mean of what is looked at among the upper and the lower `share` by rest score; null where there is nobody. Each
 * group is exactly that large: of those with the same rest score at its edge, all count in part.
 */
export function quantileShares(
	groups: readonly RestSums[],
	share: number
): { upper: number | null; lower: number | null } {
	const size = share * groups.reduce((sum, { n }) => sum + n, 0);
	const ascending = [...groups].sort((a, b) => a.rest - b.rest);
	return { upper: meanOfFirst(ascending.toReversed(), size), lower: meanOfFirst(ascending, size) };
}

function meanOfFirst(groups: readonly RestSums[], size: number): number | null {
	if (size === 0) return null;
	let left = size;
	let sum = 0;
	for (const group of groups) {
		const taken = Math.min(left, group.n);
		sum += (group.sum / group.n) * taken;
		left -= taken;
		if (left <= 0) break;
	}
	return sum / size;
}

/** The middle value, or the mean of the two in the middle. */
export function medianOf(values: readonly { value: number; n: number }[]): number {
	const ascending = [...values].sort((a, b) => a.value - b.value);
	const n = ascending.reduce((sum, each) => sum + each.n, 0);
	const at = (place: number) => {
		let passed = 0;
		return ascending.find((each) => (passed += each.n) > place)?.value ?? 0;
	};
	return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

/**
 * Two-sided at 1%, because many questions are looked at again and again: at 5% every twentieth would seem to drift.
 */
const critical = 2.576;

/** Whether two means differ beyond chance: Welch's statistic against the normal, good for fifty and more of each. */
export function differs(a: Sums, b: Sums): boolean {
	const difference = Math.abs(a.sum / a.n - b.sum / b.n);
	return difference > critical * Math.sqrt(errorOf(a) + errorOf(b));
}

/** The squared error of a mean. */
function errorOf({ n, sum, squares }: Sums): number {
	return Math.max(0, squares - (sum * sum) / n) / (n - 1) / n;
}

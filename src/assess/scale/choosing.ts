import type { Curves, ReadyTest } from './adaptive-test.ts';
import { skillsByDebt } from './blueprint.ts';
import { momentsOf } from './estimate.ts';
import { information, type ScaleItem } from './item.ts';

/** What the next question is chosen by. */
interface Choice {
	readonly test: ReadyTest;
	readonly asked: readonly ScaleItem[];
	readonly weights: Float64Array;
	/** The bank in this attempt's order, which decides between equals. */
	readonly bank: readonly ScaleItem[];
	readonly open: ReadonlySet<ScaleItem>;
	/** A number from 0 to below 1 that decides among the best. */
	readonly lot: number;
}

/** Chance decides between questions that tell nearly as much as the best one, never for one that tells much less. */
const nearly = 0.9;

/** One of the best questions of the skills whose turn it is; null where all were asked. */
export function chooseNext(choice: Choice): ScaleItem | null {
	const { test, lot } = choice;
	const candidates = candidatesOf(choice);
	const worths = new Map<Curves | undefined, number>();
	const worth = (item: ScaleItem) => {
		const curves = test.curves.get(item);
		const known = worths.get(curves) ?? worthOf(item, choice);
		worths.set(curves, known);
		return known;
	};
	const ranked = candidates.map((item) => ({ item, worth: worth(item) })).sort((a, b) => b.worth - a.worth);
	const least = nearly * (ranked[0]?.worth ?? 0);
	const best = ranked.slice(0, test.exposure.among).filter((each) => each.worth >= least);
	return best[Math.floor(lot * best.length)]?.item ?? null;
}

function candidatesOf({ test, asked, bank, open }: Choice): ScaleItem[] {
	const used = new Set(asked);
	const groups = skillsByDebt(
		test.shares,
		asked.map(({ skill }) => skill)
	);
	for (const group of groups) {
		const left = bank.filter((item) => group.includes(item.skill) && !used.has(item));
		const opened = left.filter((item) => open.has(item));
		if (left.length > 0) return opened.length > 0 ? opened : left;
	}
	return [];
}

/**
 * Placement asks what tells most about the learner as far as she is known (information weighted by the posterior: van
 * der Linden 1998); pass or fail asks what tells most at the cut (Spray & Reckase 1996).
 */
function worthOf(item: ScaleItem, { test, weights }: Choice): number {
	const { aim } = test.stop;
	if (aim.kind === 'decision') return information(item, aim.cut);
	const curve = test.curves.get(item)?.information ?? new Float64Array();
	let sum = 0;
	for (let i = 0; i < curve.length; i++) sum += (weights[i] ?? 0) * (curve[i] ?? 0);
	return sum;
}

/** By how much an answer to this question is expected to lower the variance of the ability. */
export function expectedGain(test: ReadyTest, weights: Float64Array, item: ScaleItem): number {
	const curve = test.curves.get(item)?.right ?? new Float64Array();
	const ifRight = momentsOf(
		test.grid,
		weights.map((weight, i) => weight * (curve[i] ?? 0))
	);
	const ifWrong = momentsOf(
		test.grid,
		weights.map((weight, i) => weight * (1 - (curve[i] ?? 0)))
	);
	const now = momentsOf(test.grid, weights).variance;
	return now - ifRight.sum * ifRight.variance - ifWrong.sum * ifWrong.variance;
}

import { seeded, shuffled } from '../random.ts';
import { countsOf, type Shares } from './blueprint.ts';
import { afterWeights, estimateFrom, type Estimate } from './estimate.ts';
import { gridOf, type Grid, type Prior } from './grid.ts';
import { information, type ScaleItem } from './item.ts';
import { chancesOfScores } from './sum-scores.ts';

/** What a two-stage placement is made from. */
export interface TwoStagePlan {
	readonly items: readonly ScaleItem[];
	readonly shares: Shares;
	readonly prior: Prior;
	/** Questions of the routing form, and of each second form. */
	readonly routing: number;
	readonly second: number;
	/** How many second forms, from the easiest to the hardest. */
	readonly forms: number;
	readonly seed: string;
}

/** A second form: for whom it is, and what to read off after it. */
export interface SecondForm {
	readonly items: readonly ScaleItem[];
	/** The ability that its questions were chosen for. */
	readonly target: number;
	/** It follows these numbers of right answers in the routing form. */
	readonly from: number;
	readonly to: number;
	/** What the numbers right in the routing form (rows, beginning with `from`) and in this form (columns) say. */
	readonly standings: readonly (readonly Estimate[])[];
}

/** A placement that can be printed, inspected and scored by hand, on the scale of the adaptive one. */
export interface TwoStage {
	readonly routing: readonly ScaleItem[];
	readonly second: readonly SecondForm[];
}

/**
 * Builds a placement of two stages (Lord 1971): everyone answers the routing form, and its number of right answers says
 * which second form comes. Both follow the blueprint; nobody meets a question twice, and two second forms share one only
 * where its skill has too few.
 * The same seed builds the same forms, in whatever order the bank comes.
 */
export function buildTwoStage(plan: TwoStagePlan): TwoStage {
	const { prior, shares, seed, forms } = plan;
	const grid = gridOf(prior);
	const random = seeded(seed);
	const byId = [...plan.items].sort((a, b) => (a.id < b.id ? -1 : 1));
	let left = shuffled(byId, random);
	let all: readonly ScaleItem[] = byId;
	const take = (questions: number, ability: number): ScaleItem[] => {
		const form = [...countsOf(shares, questions)].flatMap(([skill, count]) =>
			best(ofSkill(skill, { left, all, count }), ability).slice(0, count)
		);
		left = left.filter((item) => !form.includes(item));
		return shuffled(form, random);
	};
	const routing = take(plan.routing, prior.mean);
	all = byId.filter((item) => !routing.includes(item));
	const scores = chancesOfScores(routing, grid);
	const standings = scores.map((chances) => estimateFrom(grid, afterWeights(grid.prior, chances)).ability);
	const bands = bandsOf(standings, targetsOf(prior, forms));
	const second = bands.map((band) => {
		const items = take(plan.second, band.target);
		return { items, ...band, standings: standingsOf(items, band, { grid, scores }) };
	});
	return { routing, second };
}

/** Which second form follows so many right answers in the routing form. */
export function secondFormFor({ second }: TwoStage, right: number): SecondForm | undefined {
	return second.find(({ from, to }) => from <= right && right <= to);
}

/** The abilities that second forms are made for: evenly within one spread and a half of the group. */
function targetsOf({ mean, sd }: Prior, forms: number): number[] {
	if (forms === 1) return [mean];
	return Array.from({ length: forms }, (_, i) => mean + 1.2 * sd * ((2 * i) / (forms - 1) - 1));
}

interface Band {
	readonly target: number;
	readonly from: number;
	readonly to: number;
}

/** Each number right goes to the nearest target; a target that no number leads to has no form. */
function bandsOf(standings: readonly number[], targets: readonly number[]): Band[] {
	const nearest = standings.map((ability) =>
		targets.reduce((best, target) => (Math.abs(target - ability) < Math.abs(best - ability) ? target : best))
	);
	return targets.flatMap((target) => {
		const from = nearest.indexOf(target);
		return from < 0 ? [] : [{ target, from, to: nearest.lastIndexOf(target) }];
	});
}

function standingsOf(
	items: readonly ScaleItem[],
	{ from, to }: Band,
	{ grid, scores }: { grid: Grid; scores: readonly Float64Array[] }
): Estimate[][] {
	const columns = chancesOfScores(items, grid);
	return scores.slice(from, to + 1).map((row) => {
		const afterRouting = afterWeights(grid.prior, row);
		return columns.map((column) => estimateFrom(grid, afterWeights(afterRouting, column)));
	});
}

/** The questions of a skill that are in no form yet; where they are too few, those that are as well. */
function ofSkill(
	skill: string,
	{ left, all, count }: { left: readonly ScaleItem[]; all: readonly ScaleItem[]; count: number }
): ScaleItem[] {
	const fresh = left.filter((item) => item.skill === skill);
	return fresh.length >= count ? fresh : all.filter((item) => item.skill === skill);
}

/** Most information at this ability first; equals stay in their order. */
function best(items: readonly ScaleItem[], ability: number): ScaleItem[] {
	return [...items].sort((a, b) => information(b, ability) - information(a, ability));
}

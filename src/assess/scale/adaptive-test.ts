import type { Shares } from './blueprint.ts';
import { gridOf, type Grid, type Prior } from './grid.ts';
import { chanceRight, information, type ScaleItem } from './item.ts';
import type { StopRule } from './stopping.ts';

/** What a kind of adaptive test is: for all its learners the same. Frozen with each attempt. */
export interface AdaptiveTest {
	/** The questions with their parameters as they are when an attempt begins. */
	readonly items: readonly ScaleItem[];
	readonly shares: Shares;
	readonly prior: Prior;
	readonly stop: StopRule;
	readonly exposure: Exposure;
}

/**
 * So that no question becomes known to everybody: each attempt may use only a part of the bank that is drawn for it
 * (`open`, rotating pools: Way 1998), and the next question is any of the `among` best ones (randomesque: Kingsbury &
 * Zara 1989). No question comes to more than about `open` of the learners, unless its skill has no other left.
 */
interface Exposure {
	readonly open: number;
	readonly among: number;
}

/** An item at each point of the grid. */
export interface Curves {
	readonly right: Float64Array;
	readonly information: Float64Array;
}

/** A test made ready to be taken many times: what would be reckoned again and again is reckoned once. */
export interface ReadyTest extends AdaptiveTest {
	readonly grid: Grid;
	readonly curves: ReadonlyMap<ScaleItem, Curves>;
}

/** Makes a test ready. Items with the same parameters share their curves. */
export function makeReady(test: AdaptiveTest): ReadyTest {
	const grid = gridOf(test.prior);
	const known = new Map<string, Curves>();
	const curvesOf = (item: ScaleItem): Curves => {
		const key = `${item.a} ${item.b} ${item.c}`;
		const curves = known.get(key) ?? {
			right: grid.points.map((point) => chanceRight(item, point)),
			information: grid.points.map((point) => information(item, point))
		};
		known.set(key, curves);
		return curves;
	};
	return { ...test, grid, curves: new Map(test.items.map((item) => [item, curvesOf(item)])) };
}

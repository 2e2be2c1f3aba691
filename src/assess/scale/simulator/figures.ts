import { meanOf } from './numbers.ts';
import type { Outcome } from './outcomes.ts';

/** What a way of asking came to. */
export interface Figures {
	/** Questions asked: on average, fewest, most. */
	readonly length: number;
	readonly shortest: number;
	readonly longest: number;
	/** Estimate less true ability: on average, and for the weaker and stronger halves of the population apart. */
	readonly bias: number;
	readonly biasBelow: number;
	readonly biasAbove: number;
	/** Root of the mean squared error. */
	readonly error: number;
	/** The share of 95 % intervals that hold the true ability. */
	readonly coverage: number;
	/** Shares of all learners who pass though below the cut, or fail though not below it. */
	readonly wrongPasses: number;
	readonly wrongFails: number;
	/** The share of learners who met the question that was asked most, and the share of the bank that nobody met. */
	readonly mostAsked: number;
	readonly neverAsked: number;
}

export function figuresOf(
	outcomes: readonly Outcome[],
	{ cut, mean, bank }: { cut: number; mean: number; bank: number }
): Figures {
	const share = (holds: (each: Outcome) => boolean) => outcomes.filter(holds).length / outcomes.length;
	const bias = (among: readonly Outcome[]) => meanOf(among.map(({ ability, estimate }) => estimate.ability - ability));
	const lengths = outcomes.map(({ asked }) => asked.length);
	const times = new Map<string, number>();
	for (const id of outcomes.flatMap(({ asked }) => asked)) times.set(id, (times.get(id) ?? 0) + 1);
	return {
		length: meanOf(lengths),
		shortest: Math.min(...lengths),
		longest: Math.max(...lengths),
		bias: bias(outcomes),
		biasBelow: bias(outcomes.filter(({ ability }) => ability < mean)),
		biasAbove: bias(outcomes.filter(({ ability }) => ability >= mean)),
		error: Math.sqrt(meanOf(outcomes.map(({ ability, estimate }) => (estimate.ability - ability) ** 2))),
		coverage: share(({ ability, estimate }) => estimate.low <= ability && ability <= estimate.high),
		wrongPasses: share(({ ability, passed }) => passed && ability < cut),
		wrongFails: share(({ ability, passed }) => !passed && ability >= cut),
		mostAsked: Math.max(...times.values()) / outcomes.length,
		neverAsked: 1 - times.size / bank
	};
}

/** The figures of several runs together: means, errors as the root of their mean square, the extremes of lengths. */
export function together(runs: readonly Figures[]): Figures {
	const mean = (name: keyof Figures) => meanOf(runs.map((run) => run[name]));
	return {
		length: mean('length'),
		shortest: Math.min(...runs.map(({ shortest }) => shortest)),
		longest: Math.max(...runs.map(({ longest }) => longest)),
		bias: mean('bias'),
		biasBelow: mean('biasBelow'),
		biasAbove: mean('biasAbove'),
		error: Math.sqrt(meanOf(runs.map(({ error }) => error ** 2))),
		coverage: mean('coverage'),
		wrongPasses: mean('wrongPasses'),
		wrongFails: mean('wrongFails'),
		mostAsked: mean('mostAsked'),
		neverAsked: mean('neverAsked')
	};
}

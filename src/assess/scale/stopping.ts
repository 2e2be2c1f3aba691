import { chanceOver, estimateFrom } from './estimate.ts';
import type { Grid } from './grid.ts';

/** When enough was asked: never before `min`, always at `max`, in between as soon as the aim is reached. */
export interface StopRule {
	readonly min: number;
	readonly max: number;
	readonly aim: Aim;
}

/**
 * Placement aims at an error: it ends when the error is small enough, or when the next question is expected to lower its
 * square by less than `gain`, so that nobody is asked on for nothing (predicted standard error reduction: Choi, Grady &
 * Dodd 2011). A pass or fail test aims at a decision that is as likely right as `certainty`.
 */
export type Aim =
	| { readonly kind: 'error'; readonly error: number; readonly gain: number }
	| { readonly kind: 'decision'; readonly cut: number; readonly certainty: number };

/** What is known where the question comes up whether to go on. */
interface Standing {
	readonly grid: Grid;
	readonly weights: Float64Array;
	/** By how much the next question is expected to lower the variance. */
	readonly expectedGain: number;
}

/** Whether the aim is reached, whatever the number of questions. */
export function isReached(aim: Aim, { grid, weights, expectedGain }: Standing): boolean {
	if (aim.kind === 'error') return estimateFrom(grid, weights).error <= aim.error || expectedGain < aim.gain;
	const over = chanceOver(grid, weights, aim.cut);
	return Math.max(over, 1 - over) >= aim.certainty;
}

/** Passed where that is likelier than not. */
export function isPassed(grid: Grid, weights: Float64Array, cut: number): boolean {
	return chanceOver(grid, weights, cut) >= 0.5;
}

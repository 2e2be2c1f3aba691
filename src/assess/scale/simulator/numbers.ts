import type { Random } from '../../random.ts';

const fine = 2 ** 32;

/** A number between 0 and 1, neither of them. */
export function evenly(random: Random): number {
	return (random.below(fine) + 0.5) / fine;
}

/** A number of a standard normal distribution (Box & Muller 1958). */
export function normally(random: Random): number {
	return Math.sqrt(-2 * Math.log(evenly(random))) * Math.cos(2 * Math.PI * evenly(random));
}

export function meanOf(values: readonly number[]): number {
	return values.reduce((sum, each) => sum + each, 0) / values.length;
}

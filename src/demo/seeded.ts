/** Chance that comes out the same each time: mulberry32 over a 32-bit seed. */
export interface Chance {
	/** From 0 up to, never reaching, 1. */
	next(): number;
	/** A whole number from 0 up to, never reaching, `below`. */
	upTo(below: number): number;
	pick<T>(from: readonly T[]): T;
	/** True in this share of cases, 0 to 1. */
	is(share: number): boolean;
}

export function seeded(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const upTo = (below: number) => Math.floor(next() * below);
	return {
		next,
		upTo,
		is: (share) => next() < share,
		pick: <T>(from: readonly T[]) => from[upTo(from.length)] as T
	};
}

/** Chances that come out the same for the same seed, so that what was found can be found again. */
export interface Random {
	/** A whole number from 0 up to, not including, `below`. */
	int(below: number): number;
	chance(share: number): boolean;
	pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, quick, and good enough to try things out with. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const int = (below: number) => Math.floor(next() * below);
	return {
		int,
		chance: (share) => next() < share,
		pick(list) {
			const chosen = list[int(list.length)];
			if (chosen === undefined && list.length === 0) throw new Error('nothing to pick from');
			return chosen as (typeof list)[number]; // the index lies within the list
		}
	};
}

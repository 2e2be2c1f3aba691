import { createHash } from 'node:crypto';

/** A source of numbers that looks random and is the same for the same seed, on every machine and for ever. */
export interface Random {
	/** A whole number from 0 to `below` − 1. */
	below(below: number): number;
}

/** Small fast counter generator (sfc32) started from the SHA-256 of the seed; for shuffling, never for secrets. */
export function seeded(seed: string): Random {
	const start = createHash('sha256').update(seed).digest();
	let a = start.readInt32LE(0);
	let b = start.readInt32LE(4);
	let c = start.readInt32LE(8);
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		return sum >>> 0;
	};
	return { below: (below) => Math.floor((next() / 2 ** 32) * below) };
}

/** A copy in random order (Fisher & Yates as Durstenfeld wrote it, 1964). */
export function shuffled<T>(all: readonly T[], random: Random): T[] {
	const order = [...all];
	for (let last = order.length - 1; last > 0; last--) {
		const other = random.below(last + 1);
		[order[last], order[other]] = [order[other] as T, order[last] as T]; // both are within it
	}
	return order;
}

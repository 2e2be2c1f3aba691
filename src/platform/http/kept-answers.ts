/** Where an answer is looked for. */
export interface Place {
	/** Whose it is: one browser's session. */
	readonly key: string;
	/** All that the answer rests on, in a fixed order; compared by identity. */
	readonly basis: readonly unknown[];
	/** The present, in milliseconds of the epoch. */
	readonly now: number;
}

interface Kept {
	readonly basis: readonly unknown[];
	readonly from: number;
	readonly until: number;
	readonly answer: Buffer;
}

/** So much is kept: 12 MB are the answers of some five thousand people who are learning at one moment. */
const most = { answers: 10_000, bytes: 12_000_000 };
/** What an entry takes besides the answer, by reckoning. */
const entryBytes = 500;

/**
 * What each browser was told last. It is told again only where all that it rests on is the same, and only in the time
 * for which it was reckoned; who asks is part of what it rests on. Those who have not asked for longest give way.
 */
export class KeptAnswers {
	readonly #kept = new Map<string, Kept>();
	readonly #most;
	#bytes = 0;

	constructor(limits = most) {
		this.#most = limits;
	}

	find({ key, basis, now }: Place): Buffer | undefined {
		const kept = this.#kept.get(key);
		if (!kept || now < kept.from || now >= kept.until || !same(kept.basis, basis)) return undefined;
		this.#kept.delete(key);
		this.#kept.set(key, kept); // the last of those who give way
		return kept.answer;
	}

	/** Keeps an answer in place of an earlier one; it holds from now on until then. */
	keep({ key, basis, now, until }: Place & { readonly until: number }, answer: Buffer): void {
		this.#drop(key);
		this.#kept.set(key, { basis, from: now, until, answer });
		this.#bytes += entryBytes + answer.length;
		for (const eldest of this.#kept.keys()) {
			if (this.#kept.size <= this.#most.answers && this.#bytes <= this.#most.bytes) break;
			this.#drop(eldest);
		}
	}

	#drop(key: string): void {
		const kept = this.#kept.get(key);
		if (!kept) return;
		this.#kept.delete(key);
		this.#bytes -= entryBytes + kept.answer.length;
	}
}

function same(some: readonly unknown[], others: readonly unknown[]): boolean {
	return some.length === others.length && some.every((each, i) => each === others[i]);
}

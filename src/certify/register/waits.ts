/** The random share of a wait keeps those who failed together from coming back together. */
type Random = () => number;

/** How long until the next try: 1, 2, 4 … seconds, at most an hour, less up to half of it by chance. */
export function waitAfter(attempts: number, random: Random = Math.random): number {
	const whole = Math.min(1_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
	return Math.round(whole * (1 - random() / 2));
}

/** So many failures one after another, and the register is left alone. */
const patience = 5;

/**
 * Leaves the register alone while it is down, and then tries with one message before it sends many again. It reckons
 * with the time since the process began, which nobody sets back.
 */
export class Breaker {
	readonly #now: () => number;
	readonly #random: Random;
	#failures = 0;
	#until = 0;

	constructor({ now = () => performance.now(), random = Math.random }: { now?: () => number; random?: Random } = {}) {
		[this.#now, this.#random] = [now, random];
	}

	/** How many may be sent now: all, one to try, or none. */
	allows(most: number): number {
		if (this.#failures < patience) return most;
		return this.#now() >= this.#until ? 1 : 0;
	}

	worked(): void {
		this.#failures = 0;
	}

	failed(): void {
		this.#failures++;
		const beyond = this.#failures - patience;
		if (beyond >= 0) this.#until = this.#now() + Math.min(waitAfter(beyond + 1, this.#random), 60_000);
	}

	/** Whether the register is being left alone. */
	get open(): boolean {
		return this.#failures >= patience;
	}
}

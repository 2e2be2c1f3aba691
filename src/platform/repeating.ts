import type { Log } from './log.ts';

interface Work {
	readonly name: string;
	readonly everyMs: number;
	work(): Promise<unknown>;
}

export interface Repeating {
	start(): void;
	/** Does it within a few milliseconds instead of at its time; only once started. */
	soon(): void;
	/** Finishes what is running and does it no more. */
	stop(): Promise<void>;
}

const soonMs = 20;

/**
 * Does `work` every so often, never twice at once. A failure is told once, until it works again: a database that is
 * gone for an hour is two lines of the log, not thousands.
 */
export function repeating(log: Log, work: Work): Repeating {
	const round = new Round(log, work);
	return { start: () => round.start(), soon: () => round.soon(), stop: () => round.stop() };
}

class Round {
	readonly #log: Log;
	readonly #work: Work;
	#timer: NodeJS.Timeout | undefined;
	#started = false;
	#running: Promise<void> | null = null;
	#again = false;
	#failing = false;

	constructor(log: Log, work: Work) {
		this.#log = log;
		this.#work = work;
	}

	start(): void {
		this.#started = true;
		this.#later(0);
	}

	soon(): void {
		if (this.#running) this.#again = true;
		else this.#later(soonMs);
	}

	async stop(): Promise<void> {
		this.#started = false;
		clearTimeout(this.#timer);
		await this.#running;
	}

	#later(ms: number): void {
		clearTimeout(this.#timer);
		if (!this.#started) return;
		this.#timer = setTimeout(() => {
			this.#running = this.#once().finally(() => {
				this.#running = null;
				this.#later(this.#again ? soonMs : this.#work.everyMs);
				this.#again = false;
			});
		}, ms);
		this.#timer.unref();
	}

	async #once(): Promise<void> {
		const { name } = this.#work;
		try {
			await this.#work.work();
			if (this.#failing) this.#log.info({ work: name }, 'repeated work works again');
			this.#failing = false;
		} catch (error) {
			if (!this.#failing)
				this.#log.error({ err: error, work: name }, 'repeated work fails; it is tried again each time');
			this.#failing = true;
		}
	}
}

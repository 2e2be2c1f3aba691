import type { Log } from './log.ts';

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
export function repeating(
	log: Log,
	{ name, everyMs, work }: { name: string; everyMs: number; work(): Promise<unknown> }
) {
	let timer: NodeJS.Timeout | undefined;
	let started = false;
	let running: Promise<void> | null = null;
	let again = false;
	let failing = false;

	const tell = (error: unknown) => {
		if (!failing) log.error({ err: error, work: name }, 'repeated work failed; it is tried again each time');
		failing = true;
	};
	const doOnce = async () => {
		try {
			await work();
			if (failing) log.info({ work: name }, 'repeated work works again');
			failing = false;
		} catch (error) {
			tell(error);
		}
	};
	const later = (ms: number) => {
		clearTimeout(timer);
		if (!started) return;
		timer = setTimeout(() => {
			running = doOnce().finally(() => {
				running = null;
				later(again ? soonMs : everyMs);
				again = false;
			});
		}, ms);
		timer.unref();
	};
	const face: Repeating = {
		start() {
			started = true;
			later(0);
		},
		soon() {
			if (running) again = true;
			else later(soonMs);
		},
		async stop() {
			started = false;
			clearTimeout(timer);
			await running;
		}
	};
	return face;
}

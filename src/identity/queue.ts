import { busy } from './refusals.ts';

/** Runs work a few at a time; what waits is bounded by time, and what would wait too long is refused at once. */
export interface Queue {
	<T>(work: () => Promise<T>): Promise<T>;
	/** How many run and how many wait, now. */
	standing(): { running: number; waiting: number };
}

export interface QueueRules {
	/** How many run at a time; only these need memory to speak of. */
	running: number;
	/** The longest that anybody waits, in milliseconds. */
	longestWaitMs: number;
	/** How long one piece of work takes, until it is known better. */
	usualMs: number;
	/** Milliseconds that only go forward. */
	now(): number;
}

/** Nothing takes less: however quick the work seems, the line has an end. */
const leastMs = 5;

/**
 * A line that lets a crowd wait instead of turning it away: 300 phones of a village that press within seconds are all
 * served. How long a newcomer would wait is foretold from how long the last ones took; where the machine grew slower
 * meanwhile, whoever has waited too long is told so when the turn comes, instead of being served for nobody.
 */
export function patientQueue({ running, longestWaitMs, usualMs, now }: QueueRules): Queue {
	const line: (() => void)[] = [];
	let active = 0;
	let takes = usualMs;
	const wait = async () => {
		if (((line.length + 1) * takes) / running > longestWaitMs) throw busy();
		const since = now();
		await new Promise<void>((resolve) => line.push(resolve));
		return now() - since;
	};
	const leave = () => {
		// Whoever finishes hands the place on, so `active` stays as it is.
		const next = line.shift();
		if (next) next();
		else active--;
	};
	const queued = async <T>(work: () => Promise<T>): Promise<T> => {
		let waited = 0;
		if (active < running) active++;
		else waited = await wait();
		try {
			if (waited > longestWaitMs) throw busy();
			const begun = now();
			const result = await work();
			takes = Math.max(leastMs, takes * 0.9 + (now() - begun) * 0.1);
			return result;
		} finally {
			leave();
		}
	};
	return Object.assign(queued, { standing: () => ({ running: active, waiting: line.length }) });
}

import { busy } from './refusals.ts';

/** Runs work a few at a time; what waits is bounded, and what finds no room is refused at once. */
export interface Queue {
	<T>(work: () => Promise<T>): Promise<T>;
	/** How many run and how many wait, now. */
	standing(): { running: number; waiting: number };
}

export function boundedQueue({ running, waiting }: { running: number; waiting: number }): Queue {
	const line: (() => void)[] = [];
	let active = 0;
	const queued = async <T>(work: () => Promise<T>): Promise<T> => {
		if (active < running) active++;
		else if (line.length >= waiting) throw busy();
		// Whoever finishes hands the place on, so `active` stays as it is.
		else await new Promise<void>((resolve) => line.push(resolve));
		try {
			return await work();
		} finally {
			const next = line.shift();
			if (next) next();
			else active--;
		}
	};
	return Object.assign(queued, { standing: () => ({ running: active, waiting: line.length }) });
}

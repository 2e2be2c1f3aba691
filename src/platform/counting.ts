/** How often something may be done. The figures of a room's limits stand together, each with its reason. */
export interface Limit {
	/** What is counted; with the one it is counted of, part of a row's key. */
	readonly name: string;
	/** How many are free. */
	readonly free: number;
	/** Minutes until all is forgotten: from the first that was counted or, where waits grow, from the last. */
	readonly minutes: number;
	/** Minutes to wait after the last free one, and after each one more; without them, until all is forgotten. */
	readonly waits?: readonly number[];
}

/** What was counted of one. */
export interface Count {
	readonly count: number;
	/** Not before this instant may there be another. */
	readonly openAt: Date;
	/** From this instant on it is as if nothing had been counted. */
	readonly endsAt: Date;
}

const minuteMs = 60_000;
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * minuteMs);

/** The count after one more. */
export function oneMore(limit: Limit, before: Count | undefined, now: Date): Count {
	const known = before && before.endsAt > now ? before : undefined;
	const count = (known?.count ?? 0) + 1;
	const endsAt = limit.waits || !known ? later(now, limit.minutes) : known.endsAt;
	if (count < limit.free) return { count, openAt: now, endsAt };
	const wait = limit.waits?.[Math.min(count - limit.free, limit.waits.length - 1)];
	return { count, openAt: wait === undefined ? endsAt : later(now, wait), endsAt };
}

/** Milliseconds until there may be another; 0 when it may be now. */
export function waitAfter(count: Count | undefined, now: Date): number {
	if (!count || count.endsAt <= now) return 0;
	return Math.max(0, count.openAt.getTime() - now.getTime());
}

/** An earlier go at the same test. */
interface Earlier {
	readonly startedAt: Date;
	readonly finishedAt: Date | null;
	/** One that was declared void does not count against her. */
	readonly voidReason: string | null;
}

export interface RetakeRule {
	readonly afterHours: number;
	readonly mostIn30Days: number;
}

const hour = 3_600_000;
const thirtyDays = 30 * 24 * hour;

/** From when somebody may take a test again; null where she may at once. */
export function retakeFrom(rule: RetakeRule, earlier: readonly Earlier[], now: Date): Date | null {
	const counting = earlier.filter(({ voidReason }) => voidReason === null);
	const lately = counting
		.map(({ startedAt }) => startedAt.getTime())
		.filter((startedAt) => startedAt > now.getTime() - thirtyDays)
		.sort((a, b) => b - a);
	const last = Math.max(0, ...counting.map(({ finishedAt, startedAt }) => (finishedAt ?? startedAt).getTime()));
	const oldestThatCounts = lately[rule.mostIn30Days - 1];
	const from = Math.max(
		last === 0 ? 0 : last + rule.afterHours * hour,
		oldestThatCounts === undefined ? 0 : oldestThatCounts + thirtyDays
	);
	return from > now.getTime() ? new Date(from) : null;
}

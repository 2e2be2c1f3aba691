import type { Attempt } from '../queries.ts';

const minute = 60_000;
/** An answer that was sent in time may arrive so much later: a slow network takes nothing away. */
const graceMs = 30_000;
/** Who needs more time gets half as much again. */
const moreTime = 1.5;

/** When a test that begins now ends; null where nobody looks at the clock. */
export function closingAt(minutes: number | null, now: Date, needsMoreTime: boolean): Date | null {
	if (minutes === null) return null;
	return new Date(now.getTime() + minutes * minute * (needsMoreTime ? moreTime : 1));
}

/** Whether the server's clock has ended it. While it is paused, the clock stands. */
export function isTimeOver({ closesAt, pausedAt }: Pick<Attempt, 'closesAt' | 'pausedAt'>, now: Date): boolean {
	if (closesAt === null) return false;
	return (pausedAt ?? now).getTime() > closesAt.getTime() + graceMs;
}

/** Whether nothing can be answered: what was on its way when a supervisor stopped the clock is still kept. */
export function isPaused({ pausedAt }: Pick<Attempt, 'pausedAt'>, now: Date): boolean {
	return pausedAt !== null && now.getTime() > pausedAt.getTime() + graceMs;
}

/** Whole minutes that are left, rounded up; null where nobody looks at the clock. */
export function minutesLeft({ closesAt, pausedAt }: Pick<Attempt, 'closesAt' | 'pausedAt'>, now: Date): number | null {
	if (closesAt === null) return null;
	return Math.max(0, Math.ceil((closesAt.getTime() - (pausedAt ?? now).getTime()) / minute));
}

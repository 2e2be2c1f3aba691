import type { Attempt } from '../queries.ts';
import { isTimeOver } from '../tests/clock.ts';
import type { SittingRow } from './queries.ts';

const hour = 3_600_000;
/** A sitting whose supervisor went home closes by itself, by the server's clock. */
const lastsHours = 8;

export function endOf(openedAt: Date): Date {
	return new Date(openedAt.getTime() + lastsHours * hour);
}

/** Whether learners can join. */
export function isOpen({ closedAt, endsAt }: Pick<SittingRow, 'closedAt' | 'endsAt'>, now: Date): boolean {
	return closedAt === null && now < endsAt;
}

type Clocked = Pick<Attempt, 'closesAt' | 'pausedAt' | 'finishedAt'>;

/** Whether somebody is still at it, be it paused. */
export function isGoingOn(attempt: Clocked, now: Date): boolean {
	return attempt.finishedAt === null && !isTimeOver(attempt, now);
}

/** The clock of an attempt that was paused and goes on now: its end moves by as long as it stood. */
export function resumed({ closesAt, pausedAt }: Pick<Attempt, 'closesAt' | 'pausedAt'>, now: Date) {
	const stood = pausedAt === null ? 0 : Math.max(0, now.getTime() - pausedAt.getTime());
	return { pausedAt: null, closesAt: closesAt && new Date(closesAt.getTime() + stood) };
}

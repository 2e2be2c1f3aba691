import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/persistence/store.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { dropMergesUntil } from './queries.ts';

const day = 24 * 3_600_000;
const undoableMs = 30 * day;

/** Merges until then can't be undone any more. */
export function undoableSince(now: Date): Date {
	return new Date(now.getTime() - undoableMs);
}

export function undoableUntil(mergedAt: Date): Date {
	return new Date(mergedAt.getTime() + undoableMs);
}

/** Each day what is kept of merges that can't be undone any more is deleted. */
export function mergesSweep({ store, clock }: { store: Store; clock: Clock }): Schedule {
	return {
		name: 'community.sweep-merges',
		everyMs: day,
		run: () => store.transact((tx) => dropMergesUntil(tx, undoableSince(clock.now())))
	};
}

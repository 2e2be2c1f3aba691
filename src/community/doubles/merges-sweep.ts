import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/persistence/store.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { undoableSince } from '../recognised/undoable.ts';
import { dropMergesUntil } from './queries.ts';

const dayMs = 24 * 3_600_000;

/** Each day what is kept of merges that can't be undone any more is deleted. */
export function mergesSweep({ store, clock }: { store: Store; clock: Clock }): Schedule {
	return {
		name: 'community.sweep-merges',
		everyMs: dayMs,
		run: () => store.transact((tx) => dropMergesUntil(tx, undoableSince(clock.now())))
	};
}

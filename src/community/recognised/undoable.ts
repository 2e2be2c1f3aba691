import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/persistence/store.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { dropRecognised, listOlder } from './queries.ts';

const dayMs = 24 * 3_600_000;
const undoableMs = 30 * dayMs;
/** Small transactions: a helper's own waits only for a moment. */
const atOnce = 200;

/** What was said since then can be taken back. */
export function undoableSince(now: Date): Date {
	return new Date(now.getTime() - undoableMs);
}

/** Until when it can. */
export function undoableUntil(saidAt: Date): Date {
	return new Date(saidAt.getTime() + undoableMs);
}

/** Each day what can no longer be taken back is deleted. */
export function recognitionSweep({ store, clock }: { store: Store; clock: Clock }): Schedule {
	return {
		name: 'community.sweep-recognised',
		everyMs: dayMs,
		async run() {
			const asOf = undoableSince(clock.now());
			const sweep = () =>
				store.transact(async (tx) => {
					const old = await listOlder(tx, asOf, atOnce);
					if (old.length > 0) await dropRecognised(tx, old);
					return old.length === atOnce;
				});
			while (await sweep());
		}
	};
}

import { forgetOther } from '../../identity/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/persistence/store.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { undoableSince } from '../recognised/undoable.ts';
import { dropMergesUntil } from './queries.ts';
import { dropUnion, listUnionsUntil } from './union-queries.ts';

const dayMs = 24 * 3_600_000;
/** Small transactions: learners' own wait only for a moment. */
const atOnce = 100;

/** Each day what is kept of merges and unions that can't be undone any more is deleted, with what was left of the others. */
export function mergesSweep({ store, clock }: { store: Store; clock: Clock }): Schedule {
	return {
		name: 'community.sweep-merges',
		everyMs: dayMs,
		async run() {
			const now = clock.now();
			await store.transact((tx) => dropMergesUntil(tx, undoableSince(now)));
			const sweep = () =>
				store.transact(async (tx) => {
					const old = await listUnionsUntil(tx, undoableSince(now), atOnce);
					for (const { id, otherId } of old) {
						await forgetOther(tx, otherId, now);
						await dropUnion(tx, id);
					}
					return old.length === atOnce;
				});
			while (await sweep());
		}
	};
}

import type { Schedule } from '../../platform/schedules.ts';
import type { AssessHouse } from '../assess-house.ts';
import { closeSittingRow, listEnded, listSat } from './queries.ts';
import { resumeAll } from './steer.ts';

/** Every few minutes sittings whose supervisor went away close at their time, and nobody stays paused in them. */
export function sittingsSweep({ store, clock }: AssessHouse): Schedule {
	return {
		name: 'assess.close-sittings',
		everyMs: 5 * 60_000,
		async run() {
			const now = clock.now();
			for (const { id, endsAt } of await listEnded(store.read, now))
				await store.transact(async (tx) => {
					await resumeAll(tx, await listSat(tx, [id]), now);
					await closeSittingRow(tx, id, { closedAt: endsAt, closedBy: null });
				});
		}
	};
}

import type { Schedule } from '../../platform/schedules.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findOverdue } from '../queries.ts';
import { settle } from './settle.ts';

/** Every few minutes tests whose time is over are ended with what was answered, whoever does not come back to them. */
export function overdueSweep(house: AssessHouse): Schedule {
	return {
		name: 'assess.end-overdue',
		everyMs: 5 * 60_000,
		async run() {
			const now = house.clock.now();
			const past = await findOverdue(house.store.read, new Date(now.getTime() - 60_000));
			for (const { id } of past) await settle(house, id);
		}
	};
}

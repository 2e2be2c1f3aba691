import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { addDays } from './days.ts';
import { addDuties, listToRenew, type DutyRow } from './duty-queries.ts';

/** So many days before it counts no longer it comes round again. */
const daysBefore = 30;
const portion = 200;

/** Every day: what soon counts no longer is asked again, due on the last day on which it counts. */
export function renewal({ store, clock }: Pick<House, 'store' | 'clock'>): Schedule {
	return {
		name: 'assign.renew',
		everyMs: 24 * 3_600_000,
		async run() {
			for (let renewed = portion; renewed === portion;)
				renewed = await store.transact(async (tx) => {
					const now = clock.now();
					const rows = await listToRenew(tx, addDays(dayInVietNam(now), daysBefore), portion);
					await addDuties(
						tx,
						rows.map(({ duty }) => nextRound(duty, now))
					);
					return rows.length;
				});
		}
	};
}

function nextRound(duty: DutyRow, now: Date): DutyRow {
	const today = dayInVietNam(now);
	const until = duty.validUntil ?? today;
	return {
		...duty,
		...{ id: newId(), round: duty.round + 1, givenAt: now, startsOn: today, state: 'open' },
		...{ dueOn: until < today ? addDays(today, daysBefore) : until, dueWas: null },
		...{ settledAt: null, attemptId: null, percent: null, validUntil: null },
		...{ reason: null, evidence: null, settledBy: null }
	};
}

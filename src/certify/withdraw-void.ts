import { findAttempt } from '../assess/index.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { House } from '../platform/house.ts';
import { say } from '../platform/messages/index.ts';
import type { Catalog } from '../catalog/index.ts';
import { findMet, rulesInForce } from './kinds/find-met.ts';
import { asks } from './kinds/met-rules.ts';
import { findCounting, markWithdrawn, type StoredRecord } from './queries.ts';
import { endConfirmation } from './register/request-confirmation.ts';

type Means = Pick<House, 'store' | 'clock' | 'facts'> & { readonly catalog: Catalog };

/**
 * Withdraws what was given for an attempt that a supervisor declared void, and what is given by a rule that is not met
 * without it. The supervisor's own words stay with the attempt: whoever holds the code reads the reason here. Again it
 * changes nothing.
 */
export async function withdrawOfVoid(house: Means, attemptId: string): Promise<void> {
	await house.store.transact(async (tx) => {
		for (const { id, code } of await restingOn(house, tx, attemptId)) {
			const withdrawnReason = say('vi', 'records.void-reason');
			await markWithdrawn(tx, { id, withdrawnAt: house.clock.now(), withdrawnBy: null, withdrawnReason });
			await endConfirmation(tx, house, { code });
			await house.facts.record(tx, 'certify.withdrawn', { recordId: id, by: null });
		}
	});
}

/** Records that count and rest on this attempt. Of a rule that is another by now nobody can judge, so they stay. */
async function restingOn(house: Means, tx: Writer, attemptId: string): Promise<StoredRecord[]> {
	const attempt = await findAttempt(tx, attemptId);
	if (!attempt) return [];
	const counting = await findCounting(tx, attempt.learnerId);
	const asking = rulesInForce(house).filter(({ needs }) => needs.some((need) => asks(need, attempt)));
	const met = new Set((await findMet(house, tx, attempt.learnerId)).map(({ rule }) => rule.id));
	const lost = asking.filter(({ id }) => !met.has(id));
	return counting.filter(({ kind, courseId, courseVersion, ...record }) =>
		kind === 'course'
			? record.attemptId === attemptId
			: lost.some(({ id, version }) => id === courseId && version === courseVersion)
	);
}

import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { forgetDevices, isUnclaimed, mergeLearner } from './queries.ts';
import { alreadyClaimed, nothingToClaim } from './refusals.ts';
import { declineLearner } from './session-queries.ts';

/**
 * The answer to "Phần học trên máy này là của {tên}?". Yes moves what was learnt here to the account: the rooms that
 * hold it unite it there when they learn of the fact. No leaves it to whoever it belongs to, and is remembered for
 * this session.
 */
export async function claimDeviceLearning(house: House, actor: Actor, { take }: { take: boolean }): Promise<void> {
	const { deviceLearnerId, learnerId, sessionId } = actor;
	if (deviceLearnerId === null || learnerId === null || sessionId === null) throw nothingToClaim();
	await house.store.transact(async (tx) => {
		if (!take) return declineLearner(tx, sessionId, deviceLearnerId);
		if (!(await isUnclaimed(tx, deviceLearnerId))) throw alreadyClaimed();
		await mergeLearner(tx, deviceLearnerId, { mergedInto: learnerId, mergedAt: house.clock.now() });
		await forgetDevices(tx, deviceLearnerId);
		await house.facts.record(tx, 'identity.device-claimed', {
			fromLearnerId: deviceLearnerId,
			intoLearnerId: learnerId
		});
	});
	if (take) await house.facts.runDue();
}

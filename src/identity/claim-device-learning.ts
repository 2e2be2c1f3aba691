import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { endCardSessions } from './card-queries.ts';
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
		await uniteLearners(tx, house, { from: deviceLearnerId, into: learnerId });
	});
	if (take) await house.facts.runDue();
}

/**
 * Moves what a learner without an account has learnt to another, in the transaction at hand; the rooms that hold it
 * learn of the fact. No device goes on as the one who was. Refuses where that learning has an owner already.
 */
export async function uniteLearners(
	tx: Writer,
	{ clock, facts }: Pick<House, 'clock' | 'facts'>,
	{ from, into }: { from: string; into: string }
): Promise<void> {
	await endLearner(tx, { from, into, at: clock.now() });
	await facts.record(tx, 'identity.device-claimed', { fromLearnerId: from, intoLearnerId: into });
}

/** No device goes on as this learner; whoever calls moves what was learnt. Refuses where it has an owner already. */
export async function endLearner(
	tx: Writer,
	{ from, into, at }: { from: string; into: string; at: Date }
): Promise<void> {
	if (!(await isUnclaimed(tx, from))) throw alreadyClaimed();
	await mergeLearner(tx, from, { mergedInto: into, mergedAt: at });
	await forgetDevices(tx, from);
	await endCardSessions(tx, from);
}

/** She is a learner of her own again. */
export async function reviveLearner(tx: Writer, learnerId: string): Promise<void> {
	await mergeLearner(tx, learnerId, { mergedInto: null, mergedAt: null });
}

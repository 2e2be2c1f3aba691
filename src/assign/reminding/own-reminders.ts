import type { Actor } from '../../platform/actor.ts';
import { noLearner } from '../../platform/http/access.ts';
import type { AssignHouse } from '../assign-house.ts';
import { findLatest, markSeen } from './queries.ts';
import type { OwnReminders } from './schemas.ts';

const weekMs = 7 * 86_400_000;

/** The newest reminder of this week that the actor has not seen. */
export async function readOwnReminders({ store, clock }: AssignHouse, { learnerId }: Actor): Promise<OwnReminders> {
	if (learnerId === null) throw noLearner();
	const latest = await findLatest(store.read, learnerId, new Date(clock.now().getTime() - weekMs));
	return {
		latest: latest ? { kind: latest.kind, things: latest.things, at: latest.madeAt.toISOString() } : null
	};
}

/** She has opened what they remind of: none of them is told again. */
export async function seeReminders({ store, clock }: AssignHouse, { learnerId }: Actor): Promise<void> {
	if (learnerId === null) throw noLearner();
	await store.transact((tx) => markSeen(tx, learnerId, clock.now()));
}

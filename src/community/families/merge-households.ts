import type { House } from '../../platform/house.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { Claim } from '../merge-attendance.ts';
import { changeRelative, dropRelative, findHouseholdOf } from './queries.ts';

/** Gives one learner the place in a household that another had; who has one already keeps her own. Again changes nothing. */
export async function mergeHouseholds({ store }: Pick<House, 'store'>, claim: Claim): Promise<void> {
	if (claim.fromLearnerId === claim.intoLearnerId) return;
	await store.transact((tx) => giveHousehold(tx, claim));
}

/** The same in the transaction at hand, between two who are not one. */
export async function giveHousehold(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<void> {
	const theirs = await findHouseholdOf(tx, fromLearnerId);
	if (!theirs) return;
	if (await findHouseholdOf(tx, intoLearnerId)) return dropRelative(tx, theirs.member);
	await changeRelative(tx, theirs.member.id, { learnerId: intoLearnerId });
}

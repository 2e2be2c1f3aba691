import type { House } from '../../platform/house.ts';
import type { Claim } from '../merge-attendance.ts';
import { changeRelative, dropRelative, findHouseholdOf } from './queries.ts';

/** Gives one learner the place in a household that another had; who has one already keeps her own. Again changes nothing. */
export async function mergeHouseholds(
	{ store }: Pick<House, 'store'>,
	{ fromLearnerId, intoLearnerId }: Claim
): Promise<void> {
	if (fromLearnerId === intoLearnerId) return;
	await store.transact(async (tx) => {
		const theirs = await findHouseholdOf(tx, fromLearnerId);
		if (!theirs) return;
		if (await findHouseholdOf(tx, intoLearnerId)) return dropRelative(tx, theirs.member);
		await changeRelative(tx, theirs.member.id, { learnerId: intoLearnerId });
	});
}

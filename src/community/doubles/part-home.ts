import { newId } from '../../platform/ids.ts';
import { keptRows, rowsAgain, sameRows } from '../../platform/persistence/kept-rows.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { giveHousehold } from '../families/merge-households.ts';
import { addHousehold, addRelative, changeRelative, findHouseholdOf, listHouseholdsById } from '../families/queries.ts';
import type { Claim } from '../merge-attendance.ts';
import { householdMembers, households } from '../tables.ts';
import type { JoinedHome } from './joined-rows.ts';

/** Gives one learner the place in a household that another had, and returns what it takes to part them again. */
export async function joinHome(tx: Writer, claim: Claim): Promise<JoinedHome> {
	const theirs = await findHouseholdOf(tx, claim.fromLearnerId);
	await giveHousehold(tx, claim);
	const merged = await memberOf(tx, claim.intoLearnerId);
	return {
		member: keptRows(theirs ? [theirs.member] : []),
		household: keptRows(theirs ? [theirs.household] : []),
		merged: merged.filter(({ id }) => id === theirs?.member.id)
	};
}

/**
 * The other is in her household again, and the one who was kept no longer in her stead, unless what she is there was
 * changed since: then both are in it.
 */
export async function partHome(tx: Writer, claim: Claim, { member, household, merged }: JoinedHome): Promise<void> {
	const [theirs] = rowsAgain(householdMembers, member);
	if (!theirs) return;
	const now = (await memberOf(tx, claim.intoLearnerId)).filter(({ id }) => id === theirs.id);
	if (now.length > 0 && sameRows(now, merged)) return changeRelative(tx, theirs.id, { learnerId: claim.fromLearnerId });
	for (const home of rowsAgain(households, household))
		if ((await listHouseholdsById(tx, [home.id])).length === 0) await addHousehold(tx, home);
	await addRelative(tx, now.length > 0 ? { ...theirs, id: newId() } : theirs);
}

async function memberOf(reader: Reader, learnerId: string) {
	const found = await findHouseholdOf(reader, learnerId);
	return keptRows(found ? [found.member] : []);
}

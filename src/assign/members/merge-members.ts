import type { Writer } from '../../platform/persistence/store.ts';
import { giveEntries } from '../staff/queries.ts';
import { changeMembership, findMembershipAt, listAllOf } from './queries.ts';

/**
 * Gives one learner where another belongs or belonged. Who both belong to the same organisation belong to it once, since
 * the earlier day. Doing it again changes nothing.
 */
export async function mergeMembers(tx: Writer, { from, into, at }: { from: string; into: string; at: Date }) {
	if (from === into) return;
	for (const row of await listAllOf(tx, from)) {
		const mine = await findMembershipAt(tx, { placeId: row.placeId, learnerId: into });
		const twice = mine && row.endedAt === null;
		if (twice && row.joinedAt < mine.joinedAt) await changeMembership(tx, mine.id, { joinedAt: row.joinedAt });
		await changeMembership(tx, row.id, { learnerId: into, ...(twice && { endedAt: at, endedWhy: 'moved' as const }) });
	}
	await giveEntries(tx, { from, into });
}

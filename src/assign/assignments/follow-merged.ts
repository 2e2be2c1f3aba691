import { and, isNull } from 'drizzle-orm';
import { listPlacesByIds } from '../../places/index.ts';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { AssignHouse } from '../assign-house.ts';
import { memberships } from '../members/tables.ts';
import { matchList } from '../staff/match.ts';
import { followPerson } from './follow-people.ts';
import { giveOutAgain } from './queries.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog'>;

/**
 * Where a place went into another, its people and those who were there are one house: what was asked of either is asked of
 * all, and who stands in the list is looked for among all. Whoever lies elsewhere by that is asked no more what only
 * reached her there. Safe to run again.
 */
export async function followMerged(means: Means, { fromId, intoId }: { fromId: string; intoId: string }) {
	const { store, clock } = means;
	const places = await listPlacesByIds(store.read, [fromId, intoId]);
	const [from, into] = [fromId, intoId].map((id) => places.find((place) => place.id === id));
	if (!from || !into) return;
	await store.transact(async (tx) => {
		await giveOutAgain(tx, { at: into.path, besides: from.path });
		await matchList(tx, { placeId: into.id, at: clock.now() });
	});
	if (from.parentId === into.parentId) return;
	for (const learnerId of await listLearnersWithin(store.read, into.path)) await followPerson(means, learnerId);
}

async function listLearnersWithin(reader: Reader, path: string): Promise<string[]> {
	const rows = await reader
		.selectDistinct({ learnerId: memberships.learnerId })
		.from(memberships)
		.where(and(isNull(memberships.endedAt), liesWithin(memberships.placePath, [path])));
	return rows.map(({ learnerId }) => learnerId);
}

import { mayActIn, type Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import type { HelpedMerge } from '../helped/schemas.ts';
import { undoableSince, undoableUntil } from '../recognised/undoable.ts';
import { findLatestMerge } from './queries.ts';

/** The latest merge into somebody that can still be undone, for whoever looks after both places; null for none. */
export async function lastMergeOf(
	{ clock }: Pick<CommunityHouse, 'clock'>,
	reader: Reader,
	{ actor, helpedId }: { actor: Actor; helpedId: string }
): Promise<HelpedMerge | null> {
	const found = await findLatestMerge(reader, helpedId, undoableSince(clock.now()));
	if (!found || !mayActIn(actor, classKeepers, found.otherPlacePath)) return null;
	const { id, otherName, mergedAt } = found;
	return { id, name: otherName, at: mergedAt.toISOString(), until: undoableUntil(mergedAt).toISOString() };
}

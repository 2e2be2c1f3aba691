import type { House } from '../../platform/house.ts';
import type { Writer } from '../../platform/persistence/store.ts';

/** A list says by now what these learners are at its organisation: what is asked of whoever is that is theirs too. */
export async function tellPositions(
	tx: Writer,
	{ facts }: Pick<House, 'facts'>,
	learnerIds: readonly string[]
): Promise<void> {
	for (const learnerId of learnerIds) await facts.record(tx, 'assign.position-known', { learnerId });
}

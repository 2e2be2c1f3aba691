import { and, eq, isNull } from 'drizzle-orm';
import type { House } from '../../platform/house.ts';
import { changeMembership } from './queries.ts';
import { staffEntries } from '../staff/tables.ts';
import { memberships } from './tables.ts';

/** Whoever belonged to an organisation that was closed, or stood in its list, does so no longer; again it changes nothing. */
export async function leaveClosed({ store, clock, facts }: House, placeId: string): Promise<void> {
	await store.transact(async (tx) => {
		await tx
			.update(staffEntries)
			.set({ endedAt: clock.now() })
			.where(and(eq(staffEntries.placeId, placeId), isNull(staffEntries.endedAt)));
		const running = await tx
			.select({ id: memberships.id, learnerId: memberships.learnerId })
			.from(memberships)
			.where(and(eq(memberships.placeId, placeId), isNull(memberships.endedAt)));
		for (const { id, learnerId } of running) {
			await changeMembership(tx, id, { endedAt: clock.now(), endedWhy: 'closed' });
			await facts.record(tx, 'assign.left', { learnerId, placeId, membershipId: id });
		}
	});
}

import { and, asc, eq, inArray, lt, notExists } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { Store } from './persistence/store.ts';
import type { Schedule } from './schedules.ts';
import { facts, reactions } from './tables.ts';

const day = 24 * 3_600_000;
const keptMs = 30 * day;
/** Small transactions: learners' own wait only for a moment. */
const atOnce = 200;

/**
 * Each day what the outbox has done more than thirty days ago is deleted: reactions that are done, then facts of which
 * none is left. Dead letters stay until somebody has looked at them.
 */
export function outboxSweep(means: { store: Store; clock: Clock }): Schedule {
	return {
		name: 'platform.sweep-outbox',
		everyMs: day,
		async run() {
			const before = new Date(means.clock.now().getTime() - keptMs);
			while (await sweepReactions(means.store, before));
			while (await sweepFacts(means.store, before));
		}
	};
}

/** True when there may be more. */
function sweepReactions(store: Store, before: Date): Promise<boolean> {
	const over = and(eq(reactions.status, 'done'), lt(reactions.dueAt, before));
	return store.transact(async (tx) => {
		const old = await tx.select({ id: reactions.factId }).from(reactions).where(over).limit(atOnce);
		if (old.length > 0)
			await tx.delete(reactions).where(
				and(
					over,
					inArray(
						reactions.factId,
						old.map(({ id }) => id)
					)
				)
			);
		return old.length === atOnce;
	});
}

/** True when there may be more. Ids are ordered by time, so the oldest facts are found first. */
function sweepFacts(store: Store, before: Date): Promise<boolean> {
	return store.transact(async (tx) => {
		const reaction = tx.select({ id: reactions.factId }).from(reactions).where(eq(reactions.factId, facts.id));
		const old = await tx
			.select({ id: facts.id })
			.from(facts)
			.where(and(lt(facts.recordedAt, before), notExists(reaction)))
			.orderBy(asc(facts.id))
			.limit(atOnce);
		if (old.length > 0)
			await tx.delete(facts).where(
				inArray(
					facts.id,
					old.map(({ id }) => id)
				)
			);
		return old.length === atOnce;
	});
}

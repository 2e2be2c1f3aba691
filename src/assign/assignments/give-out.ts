import { and, eq } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import { pace } from '../../platform/persistence/dialect.ts';
import type { AssignHouse } from '../assign-house.ts';
import { takeBack } from './duty-queries.ts';
import { listLearnersAimedAt } from './members-aimed-at.ts';
import { giveTo, planOf } from './give.ts';
import { changeAssignmentRow, findUnfinished, listTargets, type AssignmentRow } from './queries.ts';
import { readMeant } from './reach.ts';
import { assignments } from './tables.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog'>;

const leaseMs = 30_000;
/** So many are looked up at once: who comes next is not looked for in each transaction. */
const lookAhead = 600;

/**
 * Gives out what was sent and takes back what was withdrawn, until nothing is left to do here. A process that ends in
 * the middle leaves the rest to whoever comes when its lease is over.
 */
export async function giveOut(means: Means, portionSize = pace.people): Promise<void> {
	for (;;) {
		const taken = await claim(means);
		if (!taken) return;
		const ahead: Ahead = { learnerIds: [], isLast: false };
		let lease: Date | null = taken.lease;
		while (lease) {
			const startedAt = performance.now();
			lease = await step(means, { id: taken.id, lease, portionSize, ahead });
			// What learners send meanwhile goes first.
			await pause((performance.now() - startedAt) * pace.rest);
		}
	}
}

/** Who comes next, as they were looked up; how far it has come stands in the assignment, since a transaction may run again. */
interface Ahead {
	learnerIds: string[];
	isLast: boolean;
}

async function claim({ store, clock }: Means): Promise<{ id: string; lease: Date } | null> {
	if (!(await findUnfinished(store.read, clock.now()))) return null;
	return store.transact(async (tx) => {
		const now = clock.now();
		const row = await findUnfinished(tx, now);
		if (!row) return null;
		const lease = new Date(now.getTime() + leaseMs);
		await changeAssignmentRow(tx, row.id, { leasedUntil: lease });
		return { id: row.id, lease };
	});
}

/** One portion, while the lease is ours; the next lease, or null when it is over. */
async function step(
	{ store, clock, catalog }: Means,
	{ id, lease, portionSize, ahead }: { id: string; lease: Date; portionSize: number; ahead: Ahead }
): Promise<Date | null> {
	return store.transact(async (tx) => {
		const [row] = await tx
			.select()
			.from(assignments)
			.where(and(eq(assignments.id, id), eq(assignments.leasedUntil, lease)));
		if (!row || row.reachedTo === null) return null;
		const now = clock.now();
		// Whoever counts by a clock that stands still must not mistake the next lease for this one.
		const next = new Date(Math.max(now.getTime() + leaseMs, lease.getTime() + 1));
		if (row.state === 'withdrawn') {
			const more = (await takeBack(tx, id, portionSize)) === portionSize;
			await changeAssignmentRow(tx, id, more ? { leasedUntil: next } : { leasedUntil: null, reachedTo: null });
			return more ? next : null;
		}
		const reachedTo = await givePortion(tx, row, { now, portionSize, ahead, catalog });
		const rest = reachedTo === null ? ({ state: 'sent', leasedUntil: null } as const) : { leasedUntil: next };
		await changeAssignmentRow(tx, id, { reachedTo, ...rest });
		return reachedTo === null ? null : next;
	});
}

type Tx = Parameters<typeof giveTo>[0];

interface Portion extends Pick<Means, 'catalog'> {
	readonly now: Date;
	readonly portionSize: number;
	readonly ahead: Ahead;
}

/** How far it has come after it; null at the end. */
async function givePortion(
	tx: Tx,
	row: AssignmentRow,
	{ portionSize, ahead, ...means }: Portion
): Promise<string | null> {
	const targets = await listTargets(tx, row.id);
	const after = row.reachedTo ?? '';
	let from = ahead.learnerIds.indexOf(after) + 1;
	if (from === ahead.learnerIds.length && !ahead.isLast) {
		ahead.learnerIds = await listLearnersAimedAt(tx, targets, { after, limit: lookAhead });
		ahead.isLast = ahead.learnerIds.length < lookAhead;
		from = 0;
	}
	const next = ahead.learnerIds.slice(from, from + portionSize);
	// Whoever left since she was looked up belongs there no more.
	await giveTo(tx, await planOf(tx, means, row), { people: await readMeant(tx, targets, next), now: means.now });
	return ahead.isLast && from + portionSize >= ahead.learnerIds.length ? null : (next.at(-1) ?? null);
}

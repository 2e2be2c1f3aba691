import { and, eq } from 'drizzle-orm';
import type { AssignHouse } from '../assign-house.ts';
import { takeBack } from './duty-queries.ts';
import { giveTo, planOf } from './give.ts';
import { changeAssignmentRow, findUnfinished, listTargets, type AssignmentRow } from './queries.ts';
import { readPortion } from './reach.ts';
import { assignments } from './tables.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog'>;

const leaseMs = 30_000;
/** So many memberships a transaction: learners' answers wait no longer than one of these. */
const portion = 250;

/**
 * Gives out what was sent and takes back what was withdrawn, until nothing is left to do here. A process that ends in
 * the middle leaves the rest to whoever comes when its lease is over.
 */
export async function giveOut(means: Means, portionSize = portion): Promise<void> {
	for (;;) {
		const taken = await claim(means);
		if (!taken) return;
		let lease: Date | null = taken.lease;
		while (lease) lease = await step(means, { id: taken.id, lease, portionSize });
	}
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
	{ id, lease, portionSize }: { id: string; lease: Date; portionSize: number }
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
		const reachedTo = await givePortion(tx, row, { now, portionSize, catalog });
		const rest = reachedTo === null ? ({ state: 'sent', leasedUntil: null } as const) : { leasedUntil: next };
		await changeAssignmentRow(tx, id, { reachedTo, ...rest });
		return reachedTo === null ? null : next;
	});
}

type Tx = Parameters<typeof giveTo>[0];

async function givePortion(
	tx: Tx,
	row: AssignmentRow,
	{ now, portionSize, catalog }: { now: Date; portionSize: number; catalog: Means['catalog'] }
) {
	const targets = await listTargets(tx, row.id);
	const { people, next } = await readPortion(tx, targets, { after: row.reachedTo ?? '', limit: portionSize });
	await giveTo(tx, await planOf(tx, { catalog }, row), { people, now });
	return next;
}

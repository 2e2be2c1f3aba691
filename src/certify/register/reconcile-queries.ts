import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '../../platform/actor.ts';
import { withinGrants } from '../../platform/actor.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { registerOfficers } from './officers.ts';
import { mismatches, reconciliations } from './tables.ts';

export type Reconciliation = typeof reconciliations.$inferSelect;
export type Mismatch = typeof mismatches.$inferSelect;

/** The newest first. */
export function listReconciliations(reader: Reader, limit: number): Promise<Reconciliation[]> {
	return reader.select().from(reconciliations).orderBy(desc(reconciliations.id)).limit(limit);
}

export async function findReconciliation(reader: Reader, id: string): Promise<Reconciliation | undefined> {
	const [found] = await reader.select().from(reconciliations).where(eq(reconciliations.id, id));
	return found;
}

/** One that nobody has finished; of whoever has begun it the lease is over where `at` is given. */
export async function findUnfinished(reader: Reader, at?: Date): Promise<Reconciliation | undefined> {
	const free = at && or(isNull(reconciliations.leasedTo), lte(reconciliations.leasedTo, at));
	const [found] = await reader
		.select()
		.from(reconciliations)
		.where(and(isNull(reconciliations.finishedAt), free))
		.limit(1);
	return found;
}

export async function addReconciliation(
	tx: Writer,
	asked: Pick<Reconciliation, 'id' | 'askedBy' | 'askedAt'>
): Promise<void> {
	await tx.insert(reconciliations).values(asked);
}

export async function changeReconciliation(tx: Writer, id: string, change: Partial<Reconciliation>): Promise<void> {
	await tx.update(reconciliations).set(change).where(eq(reconciliations.id, id));
}

export async function addMismatches(tx: Writer, rows: readonly Mismatch[]): Promise<void> {
	if (rows.length > 0) await tx.insert(mismatches).values([...rows]);
}

/** What an earlier attempt at the same comparison had found. */
export async function dropMismatches(tx: Writer, reconciliationId: string): Promise<void> {
	await tx.delete(mismatches).where(eq(mismatches.reconciliationId, reconciliationId));
}

export async function findMismatch(reader: Reader, id: string): Promise<Mismatch | undefined> {
	const [found] = await reader.select().from(mismatches).where(eq(mismatches.id, id));
	return found;
}

export async function changeMismatch(tx: Writer, id: string, change: Partial<Mismatch>): Promise<void> {
	await tx.update(mismatches).set(change).where(eq(mismatches.id, id));
}

/** A page of what a comparison found within the actor's places. */
export function listMismatches(
	reader: Reader,
	actor: Actor,
	{ reconciliationId, after, limit }: { reconciliationId: string; after: string; limit: number }
): Promise<Mismatch[]> {
	return reader
		.select()
		.from(mismatches)
		.where(
			and(
				eq(mismatches.reconciliationId, reconciliationId),
				gt(mismatches.id, after),
				withinGrants(actor, registerOfficers, mismatches.placePath)
			)
		)
		.orderBy(asc(mismatches.id))
		.limit(limit);
}

/** What was accepted as it is, of these records. */
export function listAccepted(reader: Reader, recordCodes: readonly string[]): Promise<Mismatch[]> {
	return reader
		.select()
		.from(mismatches)
		.where(and(inArray(mismatches.recordCode, [...recordCodes]), eq(mismatches.remedy, 'accept')));
}

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { StoredRecord } from '../queries.ts';
import { completionRecords, recordShares } from '../tables.ts';

export type StoredShare = typeof recordShares.$inferSelect;

const mostShown = 50;

export async function insertShare(tx: Writer, share: StoredShare): Promise<void> {
	await tx.insert(recordShares).values(share);
}

/** A learner's links that nobody has closed, the newest first. */
export async function findSharesOf(reader: Reader, learnerId: string): Promise<StoredShare[]> {
	return reader
		.select()
		.from(recordShares)
		.where(and(eq(recordShares.learnerId, learnerId), isNull(recordShares.closedAt)))
		.orderBy(desc(recordShares.createdAt), desc(recordShares.id))
		.limit(mostShown);
}

export async function findShareByToken(reader: Reader, token: string): Promise<StoredShare | undefined> {
	const [share] = await reader.select().from(recordShares).where(eq(recordShares.token, token));
	return share;
}

/** Closes a learner's link; returns whether there was one. */
export async function markClosed(
	tx: Writer,
	{ id, learnerId, at }: { id: string; learnerId: string; at: Date }
): Promise<boolean> {
	const hers = and(eq(recordShares.id, id), eq(recordShares.learnerId, learnerId));
	const [share] = await tx.select().from(recordShares).where(hers);
	if (!share) return false;
	if (share.closedAt === null) await tx.update(recordShares).set({ closedAt: at }).where(hers);
	return true;
}

/** Of these records those that are a learner's, the newest first. */
export async function findOwnByCode(
	reader: Reader,
	{ codes, learnerId }: { codes: readonly string[]; learnerId: string }
): Promise<StoredRecord[]> {
	const { code, issuedAt, id, ...row } = completionRecords;
	return reader
		.select()
		.from(completionRecords)
		.where(and(inArray(code, [...codes]), eq(row.learnerId, learnerId)))
		.orderBy(desc(issuedAt), desc(id));
}

import { and, desc, eq, gt, lte } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { accountUnions } from '../tables.ts';

type UnionRow = typeof accountUnions.$inferSelect;

export async function addUnion(tx: Writer, row: UnionRow): Promise<void> {
	await tx.insert(accountUnions).values(row);
}

/** The latest union that an account was kept in since then. */
export async function findLatestUnion(reader: Reader, accountId: string, since: Date): Promise<UnionRow | undefined> {
	const [union] = await reader
		.select()
		.from(accountUnions)
		.where(and(eq(accountUnions.accountId, accountId), gt(accountUnions.unitedAt, since)))
		.orderBy(desc(accountUnions.unitedAt), desc(accountUnions.id))
		.limit(1);
	return union;
}

/** The unions an account was kept in. */
export function listUnionsOf(reader: Reader, accountId: string): Promise<UnionRow[]> {
	return reader.select().from(accountUnions).where(eq(accountUnions.accountId, accountId));
}

/** Which accounts are closed because they were united with another, and can come back. */
export async function listUnited(reader: Reader): Promise<Set<string>> {
	const rows = await reader.select({ otherId: accountUnions.otherId }).from(accountUnions);
	return new Set(rows.map(({ otherId }) => otherId));
}

/** Some of those that can't be undone any more. */
export function listUnionsUntil(reader: Reader, until: Date, limit: number): Promise<UnionRow[]> {
	return reader.select().from(accountUnions).where(lte(accountUnions.unitedAt, until)).limit(limit);
}

export async function dropUnion(tx: Writer, id: string): Promise<void> {
	await tx.delete(accountUnions).where(eq(accountUnions.id, id));
}

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { consents, type Purpose } from './tables.ts';

type ConsentRow = typeof consents.$inferSelect;

/** All that these accounts agreed to, also what they took back, the latest first. */
export function listConsents(reader: Reader, accountIds: readonly string[]): Promise<ConsentRow[]> {
	return reader
		.select()
		.from(consents)
		.where(inArray(consents.accountId, [...accountIds]))
		.orderBy(desc(consents.givenAt), desc(consents.id));
}

/** Whether an account agrees to this now. */
export async function agrees(reader: Reader, accountId: string, purpose: Purpose): Promise<boolean> {
	const rows = await listConsents(reader, [accountId]);
	return rows.some((row) => row.purpose === purpose && row.withdrawnAt === null);
}

export async function addConsent(tx: Writer, row: ConsentRow): Promise<void> {
	await tx.insert(consents).values(row);
}

export async function endConsents(
	tx: Writer,
	{ accountId, purpose }: { accountId: string; purpose: Purpose },
	withdrawnAt: Date
): Promise<void> {
	await tx
		.update(consents)
		.set({ withdrawnAt })
		.where(and(eq(consents.accountId, accountId), eq(consents.purpose, purpose), isNull(consents.withdrawnAt)));
}

export async function dropConsents(tx: Writer, accountId: string): Promise<void> {
	await tx.delete(consents).where(eq(consents.accountId, accountId));
}

import { desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { signingKeys } from './tables.ts';

export type StoredKey = typeof signingKeys.$inferSelect;

/** The key that signs new records, whoever holds its private half. */
export async function findCurrentKey(reader: Reader): Promise<StoredKey | undefined> {
	const [key] = await reader
		.select()
		.from(signingKeys)
		.where(isNull(signingKeys.retiredAt))
		.orderBy(desc(signingKeys.createdAt), desc(signingKeys.id))
		.limit(1);
	return key;
}

export async function findKey(reader: Reader, id: string): Promise<StoredKey | undefined> {
	const [key] = await reader.select().from(signingKeys).where(eq(signingKeys.id, id));
	return key;
}

/** All keys there ever were, newest first. */
export async function findKeys(reader: Reader): Promise<StoredKey[]> {
	return reader.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.id));
}

export async function insertKey(tx: Writer, key: Pick<StoredKey, 'id' | 'publicKey' | 'createdAt'>): Promise<void> {
	await tx.insert(signingKeys).values(key);
}

/** Retires every key that still signs. */
export async function retireKeys(tx: Writer, retiredAt: Date): Promise<void> {
	await tx.update(signingKeys).set({ retiredAt }).where(isNull(signingKeys.retiredAt));
}

/**
 * A key whose private half somebody else may have retires at the beginning of time: so nothing it signed was in time,
 * whatever day it says, also to a phone that knows no more of it. False where that was done before.
 */
export async function markDistrusted(tx: Writer, id: string): Promise<boolean> {
	const key = await findKey(tx, id);
	if (key && isDistrusted(key)) return false;
	await tx
		.update(signingKeys)
		.set({ retiredAt: new Date(0) })
		.where(eq(signingKeys.id, id));
	return true;
}

/** Whether somebody else may have its private half: nothing it signed counts. */
export const isDistrusted = ({ retiredAt }: StoredKey): boolean => retiredAt?.getTime() === 0;

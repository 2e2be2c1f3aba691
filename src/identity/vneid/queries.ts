import { and, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { accounts, identities, identityKeys } from '../tables.ts';
import { contradicting } from './refusals.ts';

export type Identity = typeof identities.$inferSelect;

/** Newest first. */
export function listIdentityKeys(reader: Reader) {
	return reader.select().from(identityKeys).orderBy(desc(identityKeys.createdAt), desc(identityKeys.id));
}

export async function addIdentityKey(tx: Writer, key: typeof identityKeys.$inferInsert): Promise<void> {
	await tx.insert(identityKeys).values(key);
}

/** Keys under which nothing is kept any more. */
export async function dropIdleKeys(tx: Writer, currentId: string): Promise<void> {
	const used = await tx.selectDistinct({ id: identities.keyId }).from(identities);
	const idle = (await listIdentityKeys(tx)).filter(({ id }) => id !== currentId && !used.some((key) => key.id === id));
	for (const { id } of idle) await tx.delete(identityKeys).where(eq(identityKeys.id, id));
}

/**
 * The identity kept under one of these hashes, and whether its account can still be used. Where number and subject are
 * two people's, it is nobody's: refused.
 */
export async function findIdentity(reader: Reader, hashes: readonly { numberHash: string; subjectHash: string }[]) {
	if (hashes.length === 0) return undefined;
	const [found, another] = await reader
		.select({ accountId: identities.accountId, closedAt: accounts.closedAt })
		.from(identities)
		.innerJoin(accounts, eq(accounts.id, identities.accountId))
		.where(
			or(
				inArray(
					identities.numberHash,
					hashes.map(({ numberHash }) => numberHash)
				),
				inArray(
					identities.subjectHash,
					hashes.map(({ subjectHash }) => subjectHash)
				)
			)
		)
		.limit(2);
	if (another) throw contradicting();
	return found;
}

export async function findIdentityOf(reader: Reader, accountId: string): Promise<Identity | undefined> {
	const [found] = await reader.select().from(identities).where(eq(identities.accountId, accountId));
	return found;
}

/** The identity of whoever learns as this learner with an open account. */
export async function findIdentityOfLearner(reader: Reader, learnerId: string): Promise<Identity | undefined> {
	const [found] = await reader
		.select({ identity: identities })
		.from(identities)
		.innerJoin(accounts, eq(accounts.id, identities.accountId))
		.where(and(eq(accounts.learnerId, learnerId), isNull(accounts.closedAt)));
	return found?.identity;
}

/** Whether the open account of this learner was made through a stand-in. */
export async function isSimulatedLearner(reader: Reader, learnerId: string): Promise<boolean> {
	const [found] = await reader
		.select({ simulated: accounts.simulated })
		.from(accounts)
		.where(and(eq(accounts.learnerId, learnerId), isNull(accounts.closedAt)));
	return found?.simulated === true;
}

export async function addIdentity(tx: Writer, identity: Identity): Promise<void> {
	await tx.insert(identities).values(identity);
}

export async function changeIdentity(tx: Writer, accountId: string, change: Partial<Identity>): Promise<void> {
	await tx.update(identities).set(change).where(eq(identities.accountId, accountId));
}

export async function removeIdentity(tx: Writer, accountId: string): Promise<void> {
	await tx.delete(identities).where(eq(identities.accountId, accountId));
}

/** Some of those kept under another key than this one, after the last one seen. */
export function listUnderOtherKeys(
	reader: Reader,
	{ keyId, after, limit }: { keyId: string; after: string; limit: number }
) {
	return reader
		.select()
		.from(identities)
		.where(and(gt(identities.accountId, after), ne(identities.keyId, keyId)))
		.orderBy(identities.accountId)
		.limit(limit);
}

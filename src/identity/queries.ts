import { and, asc, count, eq, inArray, isNull, or } from 'drizzle-orm';
import { newId } from '../platform/ids.ts';
import { prepared, type Named } from '../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { accounts, devices, learners, sessions } from './tables.ts';

export type Account = typeof accounts.$inferSelect;

export async function addLearner(tx: Writer, createdAt: Date): Promise<string> {
	const id = newId();
	await tx.insert(learners).values({ id, createdAt });
	return id;
}

export async function addDevice(tx: Writer, device: typeof devices.$inferInsert): Promise<void> {
	await tx.insert(devices).values(device);
}

/** From now on the devices of this learner are nobody's: what was learnt there has an owner. */
export async function forgetDevices(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(devices).where(eq(devices.learnerId, learnerId));
}

/** The learner of a device, and whether somebody with an account has claimed what was learnt there. */
export async function findDeviceLearner(reader: Reader, tokenHash: string) {
	const [found] = await deviceByToken(reader, { tokenHash });
	if (!found) return undefined;
	return { learnerId: found.learnerId, claimed: found.mergedInto !== null || found.accountId !== null };
}

const deviceByToken = prepared('identity.device', (reader: Reader, value: Named<'tokenHash'>) =>
	reader
		.select({ learnerId: devices.learnerId, mergedInto: learners.mergedInto, accountId: accounts.id })
		.from(devices)
		.innerJoin(learners, eq(learners.id, devices.learnerId))
		.leftJoin(accounts, eq(accounts.learnerId, learners.id))
		.where(eq(devices.tokenHash, value('tokenHash')))
);

/** The learners behind these devices whom nobody has claimed. */
export function listDeviceLearners(reader: Reader, tokenHashes: string[]) {
	return reader
		.select({ tokenHash: devices.tokenHash, learnerId: devices.learnerId, createdAt: devices.createdAt })
		.from(devices)
		.innerJoin(learners, eq(learners.id, devices.learnerId))
		.leftJoin(accounts, eq(accounts.learnerId, learners.id))
		.where(and(inArray(devices.tokenHash, tokenHashes), isNull(learners.mergedInto), isNull(accounts.id)));
}

/** True for a learner without an account whom nobody has claimed. */
export async function isUnclaimed(reader: Reader, learnerId: string): Promise<boolean> {
	const [found] = await reader
		.select({ mergedInto: learners.mergedInto, accountId: accounts.id })
		.from(learners)
		.leftJoin(accounts, eq(accounts.learnerId, learners.id))
		.where(eq(learners.id, learnerId));
	return found !== undefined && found.mergedInto === null && found.accountId === null;
}

export async function mergeLearner(
	tx: Writer,
	learnerId: string,
	merge: { mergedInto: string; mergedAt: Date } | { mergedInto: null; mergedAt: null }
): Promise<void> {
	await tx.update(learners).set(merge).where(eq(learners.id, learnerId));
}

export async function addAccount(tx: Writer, account: Account): Promise<void> {
	await tx.insert(accounts).values(account);
}

export async function changeAccountRow(tx: Writer, id: string, part: Partial<Account>): Promise<void> {
	await tx.update(accounts).set(part).where(eq(accounts.id, id));
}

export async function findAccount(reader: Reader, id: string): Promise<Account | undefined> {
	const [account] = await reader
		.select()
		.from(accounts)
		.where(and(eq(accounts.id, id), isNull(accounts.closedAt)));
	return account;
}

/** Whether a username is somebody's, or somebody else's than this account. */
export async function isUsernameTaken(reader: Reader, username: string, besides?: string): Promise<boolean> {
	const [found] = await reader.select({ id: accounts.id }).from(accounts).where(eq(accounts.username, username));
	return found !== undefined && found.id !== besides;
}

/**
 * Everybody who signs in with this phone number or username; a family may share one number. Asked for, also those whose
 * account was united with another lately: of one that was deleted nothing is left that could match.
 */
export function listByIdentifier(
	reader: Reader,
	{ phone, username, united = false }: { phone: string | null; username: string | null; united?: boolean }
) {
	const wanted = or(
		phone === null ? undefined : eq(accounts.phone, phone),
		username === null ? undefined : eq(accounts.username, username)
	);
	if (!wanted) return Promise.resolve([]);
	return reader
		.select()
		.from(accounts)
		.where(and(wanted, united ? undefined : isNull(accounts.closedAt)))
		.orderBy(asc(accounts.createdAt), asc(accounts.id))
		.limit(12);
}

export async function countByPhone(reader: Reader, phone: string): Promise<number> {
	const [found] = await reader
		.select({ accounts: count() })
		.from(accounts)
		.where(and(eq(accounts.phone, phone), isNull(accounts.closedAt)));
	return found?.accounts ?? 0;
}

export async function setPasswordHash(tx: Writer, accountId: string, passwordHash: string): Promise<void> {
	await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
}

/** What somebody sees of their own account, and what their session was told about this device. */
export async function findOwnAccount(reader: Reader, accountId: string, sessionId: string) {
	const [own] = await reader
		.select({
			id: accounts.id,
			name: accounts.name,
			username: accounts.username,
			phone: accounts.phone,
			birthYear: accounts.birthYear,
			placeId: accounts.placeId,
			declinedLearnerId: sessions.declinedLearnerId
		})
		.from(accounts)
		.leftJoin(sessions, eq(sessions.id, sessionId))
		.where(eq(accounts.id, accountId));
	return own;
}

/** Where the learner's account belongs, or null for someone without an account or without a place. */
export async function findLearnerPlacePath(reader: Reader, learnerId: string): Promise<string | null> {
	const [account] = await reader
		.select({ placePath: accounts.placePath })
		.from(accounts)
		.where(eq(accounts.learnerId, learnerId));
	return account?.placePath ?? null;
}

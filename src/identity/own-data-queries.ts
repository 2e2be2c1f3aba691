import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { mostEntries } from '../platform/own-data.ts';
import { learnerVersions } from './learner-versions.ts';
import { accounts, cardSessions, devices, grants, learners, reopenings, sessions } from './tables.ts';

/** These learners and all whose learning went to one of them. */
export async function withMerged(reader: Reader, learnerIds: readonly string[]): Promise<string[]> {
	const all = new Set(learnerIds);
	let newest = [...learnerIds];
	while (newest.length > 0) {
		const rows = await reader.select({ id: learners.id }).from(learners).where(inArray(learners.mergedInto, newest));
		newest = rows.map(({ id }) => id).filter((id) => !all.has(id));
		for (const id of newest) all.add(id);
	}
	return [...all];
}

export function listGrantsOf(reader: Reader, accountId: string) {
	return reader
		.select()
		.from(grants)
		.where(eq(grants.accountId, accountId))
		.orderBy(desc(grants.grantedAt), desc(grants.id))
		.limit(mostEntries);
}

export function listSessionsOf(reader: Reader, accountId: string) {
	return reader
		.select()
		.from(sessions)
		.where(eq(sessions.accountId, accountId))
		.orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
		.limit(mostEntries);
}

export function listDevicesOf(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select({ createdAt: devices.createdAt })
		.from(devices)
		.where(inArray(devices.learnerId, [...learnerIds]))
		.limit(mostEntries);
}

export function listCardSessionsOf(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select({ openedAt: cardSessions.openedAt, endsAt: cardSessions.endsAt })
		.from(cardSessions)
		.where(inArray(cardSessions.learnerId, [...learnerIds]))
		.limit(mostEntries);
}

export function listReopeningsOf(reader: Reader, accountId: string) {
	return reader.select().from(reopenings).where(eq(reopenings.accountId, accountId)).limit(mostEntries);
}

/** Her roles are over; that an account held them stays, without a name. */
export async function endGrantsOf(tx: Writer, accountId: string, endedAt: Date): Promise<void> {
	await tx
		.update(grants)
		.set({ endedAt })
		.where(and(eq(grants.accountId, accountId), isNull(grants.endedAt)));
}

/**
 * She is signed out everywhere, and no device knows her. A session's bare row stays for a while: by it her other
 * phones learn that they are signed out, and put away what they keep.
 */
export async function endEntrances(
	tx: Writer,
	{ accountId, learnerIds }: { accountId: string | null; learnerIds: readonly string[] },
	endedAt: Date
): Promise<void> {
	const theirs = inArray(cardSessions.learnerId, [...learnerIds]);
	await tx.delete(cardSessions).where(accountId === null ? theirs : or(theirs, eq(cardSessions.helpedBy, accountId)));
	await tx.delete(devices).where(inArray(devices.learnerId, [...learnerIds]));
	await tx
		.update(sessions)
		.set({ declinedLearnerId: null })
		.where(inArray(sessions.declinedLearnerId, [...learnerIds]));
	if (accountId === null) return;
	const open = and(eq(sessions.accountId, accountId), isNull(sessions.endedAt));
	await tx.update(sessions).set({ endedAt }).where(open);
	await tx.update(sessions).set({ device: '', declinedLearnerId: null }).where(eq(sessions.accountId, accountId));
	await tx.delete(reopenings).where(eq(reopenings.accountId, accountId));
}

/** What is left of an account: its id, by which others' rows and the trail go, and its dates. */
export async function closeAccount(tx: Writer, accountId: string, closedAt: Date): Promise<void> {
	const nobody = { name: '', nameSort: '', nameFolded: '', birthYear: 0, passwordHash: '' };
	const nowhere = { placeId: null, placePath: null, phone: null, username: null };
	await tx
		.update(accounts)
		.set({ ...nobody, ...nowhere })
		.where(eq(accounts.id, accountId));
	await tx
		.update(accounts)
		.set({ closedAt })
		.where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)));
}

/** Learners of whom nothing is kept any more; the one of an account stays as a bare id. */
export async function dropLearners(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	const ids = [...learnerIds];
	const owners = await tx.select({ id: accounts.learnerId }).from(accounts).where(inArray(accounts.learnerId, ids));
	const kept = new Set(owners.map(({ id }) => id));
	const gone = ids.filter((id) => !kept.has(id));
	await tx.delete(learnerVersions).where(inArray(learnerVersions.learnerId, ids));
	if (gone.length > 0) await tx.delete(learners).where(inArray(learners.id, gone));
}

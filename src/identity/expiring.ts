import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Expiring } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { accounts, cardSessions, learners, reopenings, sessions } from './tables.ts';

/** Ended so long ago, or so long unused that its tokens are void: no phone has anything to learn from it. */
const overSince = (before: Date) =>
	or(and(isNotNull(sessions.endedAt), lt(sessions.endedAt, before)), lt(sessions.lastUsedAt, before));

const endedSessions: Expiring = {
	id: 'sessions',
	async count(reader, before) {
		const [found] = await reader.select({ rows: count() }).from(sessions).where(overSince(before));
		return found?.rows ?? 0;
	},
	async sweep(tx, before, most) {
		const old = await tx.select({ id: sessions.id }).from(sessions).where(overSince(before)).limit(most);
		const ids = old.map(({ id }) => id);
		if (ids.length > 0) await tx.delete(sessions).where(inArray(sessions.id, ids));
		return ids.length;
	}
};

const oldReopenings: Expiring = {
	id: 'reopenings',
	async count(reader, before) {
		const [found] = await reader.select({ rows: count() }).from(reopenings).where(lt(reopenings.expiresAt, before));
		return found?.rows ?? 0;
	},
	async sweep(tx, before, most) {
		const old = await tx
			.select({ id: reopenings.id })
			.from(reopenings)
			.where(lt(reopenings.expiresAt, before))
			.limit(most);
		const ids = old.map(({ id }) => id);
		if (ids.length > 0) await tx.delete(reopenings).where(inArray(reopenings.id, ids));
		return ids.length;
	}
};

const closedCards: Expiring = {
	id: 'card-sessions',
	async count(reader, before) {
		const [found] = await reader.select({ rows: count() }).from(cardSessions).where(lt(cardSessions.endsAt, before));
		return found?.rows ?? 0;
	},
	async sweep(tx, before, most) {
		const old = await tx
			.select({ tokenHash: cardSessions.tokenHash })
			.from(cardSessions)
			.where(lt(cardSessions.endsAt, before))
			.limit(most);
		const hashes = old.map(({ tokenHash }) => tokenHash);
		if (hashes.length > 0) await tx.delete(cardSessions).where(inArray(cardSessions.tokenHash, hashes));
		return hashes.length;
	}
};

export const expiring: readonly Expiring[] = [endedSessions, oldReopenings, closedCards];

/** Learners without an account whom nobody has claimed and who have been there for so long; by id, after one of them. */
export async function listUnclaimedSince(
	reader: Reader,
	{ before, after, limit }: { before: Date; after: string; limit: number }
): Promise<string[]> {
	const rows = await reader
		.select({ id: learners.id })
		.from(learners)
		.leftJoin(accounts, eq(accounts.learnerId, learners.id))
		.where(
			and(isNull(accounts.id), isNull(learners.mergedInto), lt(learners.createdAt, before), gt(learners.id, after))
		)
		.orderBy(asc(learners.id))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** Accounts that were closed after this instant, with their learners. */
export function listClosedSince(reader: Reader, since: Date) {
	return reader
		.select({ accountId: accounts.id, learnerId: accounts.learnerId })
		.from(accounts)
		.where(gt(accounts.closedAt, since))
		.limit(1_000);
}

/** Accounts of which a session was in use between two instants. */
export async function listInUse(reader: Reader, { since, until }: { since: Date; until: Date }): Promise<string[]> {
	const rows = await reader
		.selectDistinct({ accountId: sessions.accountId })
		.from(sessions)
		.where(and(lt(sessions.createdAt, until), gte(sessions.lastUsedAt, since)))
		.orderBy(asc(sessions.accountId));
	return rows.map(({ accountId }) => accountId);
}

/** Every learner's id, in pages after one of them. */
export function listLearnerIds(reader: Reader, { after, limit }: { after: string; limit: number }) {
	return reader
		.select({ id: learners.id })
		.from(learners)
		.where(gt(learners.id, after))
		.orderBy(asc(learners.id))
		.limit(limit);
}

/** Every account with its learner and whether it is closed, in pages after one of them. */
export function listAccountStates(reader: Reader, { after, limit }: { after: string; limit: number }) {
	return reader
		.select({ id: accounts.id, learnerId: accounts.learnerId, closedAt: accounts.closedAt })
		.from(accounts)
		.where(gt(accounts.id, after))
		.orderBy(asc(accounts.id))
		.limit(limit);
}

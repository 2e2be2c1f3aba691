import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { cardSessions, learners } from './tables.ts';

export async function addCardSession(tx: Writer, row: typeof cardSessions.$inferInsert): Promise<void> {
	await tx.insert(cardSessions).values(row);
}

/** For whom a token opens a device now, unless her learning has moved to an account meanwhile. */
export async function findCardSession(reader: Reader, tokenHash: string, now: Date) {
	const [found] = await reader
		.select({ learnerId: cardSessions.learnerId, helpedBy: cardSessions.helpedBy })
		.from(cardSessions)
		.innerJoin(learners, eq(learners.id, cardSessions.learnerId))
		.where(and(eq(cardSessions.tokenHash, tokenHash), gt(cardSessions.endsAt, now), isNull(learners.mergedInto)));
	return found;
}

/** Those of these tokens that still open something, with what they open. */
export function listCardSessions(reader: Reader, tokenHashes: string[], now: Date) {
	return reader
		.select({
			tokenHash: cardSessions.tokenHash,
			learnerId: cardSessions.learnerId,
			helpedBy: cardSessions.helpedBy,
			openedAt: cardSessions.openedAt
		})
		.from(cardSessions)
		.innerJoin(learners, eq(learners.id, cardSessions.learnerId))
		.where(
			and(inArray(cardSessions.tokenHash, tokenHashes), gt(cardSessions.endsAt, now), isNull(learners.mergedInto))
		);
}

export async function dropCardSessions(tx: Writer, tokenHashes: string[]): Promise<void> {
	if (tokenHashes.length > 0) await tx.delete(cardSessions).where(inArray(cardSessions.tokenHash, tokenHashes));
}

/** Whatever this helper opened is closed, on every device. */
export async function endCardSessionsBy(tx: Writer, accountId: string): Promise<void> {
	await tx.delete(cardSessions).where(eq(cardSessions.helpedBy, accountId));
}

export async function dropEndedCardSessions(tx: Writer, now: Date): Promise<void> {
	await tx.delete(cardSessions).where(lte(cardSessions.endsAt, now));
}

/** No device learns as her any more. */
export async function endCardSessions(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(cardSessions).where(eq(cardSessions.learnerId, learnerId));
}

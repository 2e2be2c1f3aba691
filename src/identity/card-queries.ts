import { and, eq, gt, isNull, lte } from 'drizzle-orm';
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

export async function dropCardSession(tx: Writer, tokenHash: string): Promise<void> {
	await tx.delete(cardSessions).where(eq(cardSessions.tokenHash, tokenHash));
}

export async function dropEndedCardSessions(tx: Writer, now: Date): Promise<void> {
	await tx.delete(cardSessions).where(lte(cardSessions.endsAt, now));
}

/** No device learns as her any more. */
export async function endCardSessions(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(cardSessions).where(eq(cardSessions.learnerId, learnerId));
}

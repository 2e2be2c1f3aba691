import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Attempt } from '../queries.ts';
import { attempts, sittingExtensions, sittings } from '../tables.ts';
import { supervisors } from './supervisors.ts';

export type SittingRow = typeof sittings.$inferSelect;

const mostListed = 50;

export async function addSitting(tx: Writer, row: SittingRow): Promise<void> {
	await tx.insert(sittings).values(row);
}

export async function closeSittingRow(
	tx: Writer,
	id: string,
	closing: { closedAt: Date; closedBy: string | null }
): Promise<void> {
	await tx.update(sittings).set(closing).where(eq(sittings.id, id));
}

/** A sitting within the actor's places; undefined for any other. */
export async function findSitting(reader: Reader, actor: Actor, id: string): Promise<SittingRow | undefined> {
	const within = withinGrants(actor, supervisors, sittings.placePath);
	const [row] = await reader
		.select()
		.from(sittings)
		.where(and(eq(sittings.id, id), within));
	return row;
}

export async function findSittingByCode(reader: Reader, code: string): Promise<SittingRow | undefined> {
	const [row] = await reader.select().from(sittings).where(eq(sittings.code, code));
	return row;
}

/** The latest sittings within the actor's places. */
export function listSittingRows(reader: Reader, actor: Actor): Promise<SittingRow[]> {
	return reader
		.select()
		.from(sittings)
		.where(withinGrants(actor, supervisors, sittings.placePath))
		.orderBy(desc(sittings.openedAt), desc(sittings.id))
		.limit(mostListed);
}

/** A sitting that somebody opened there for the same test a moment ago: a form that was sent twice. */
export async function findSame(
	reader: Reader,
	{ testId, placeId, openedBy, openedAt }: Pick<SittingRow, 'testId' | 'placeId' | 'openedBy' | 'openedAt'>
): Promise<SittingRow | undefined> {
	const [row] = await reader
		.select()
		.from(sittings)
		.where(
			and(
				eq(sittings.testId, testId),
				eq(sittings.placeId, placeId),
				eq(sittings.openedBy, openedBy),
				isNull(sittings.closedAt),
				gte(sittings.openedAt, openedAt)
			)
		)
		.limit(1);
	return row;
}

/** Sittings nobody closed, whose time was over by then. */
export function listEnded(reader: Reader, now: Date): Promise<SittingRow[]> {
	return reader
		.select()
		.from(sittings)
		.where(and(isNull(sittings.closedAt), lte(sittings.endsAt, now)))
		.limit(200);
}

/** Sittings that were opened within a span. */
export function listOpened(reader: Reader, { from, to }: { from: Date; to: Date }): Promise<SittingRow[]> {
	return reader
		.select()
		.from(sittings)
		.where(and(gte(sittings.openedAt, from), lte(sittings.openedAt, to)))
		.orderBy(asc(sittings.openedAt), asc(sittings.id));
}

/** Every attempt of these sittings, in the order in which people came. */
export async function listSat(reader: Reader, sittingIds: readonly string[]): Promise<Attempt[]> {
	if (sittingIds.length === 0) return [];
	return reader
		.select()
		.from(attempts)
		.where(inArray(attempts.sittingId, [...sittingIds]))
		.orderBy(asc(attempts.startedAt), asc(attempts.id));
}

/** The latest attempt of a learner at a sitting that was not declared void. */
export async function findSat(
	reader: Reader,
	{ sittingId, learnerId }: { sittingId: string; learnerId: string }
): Promise<Attempt | undefined> {
	const [row] = await reader
		.select()
		.from(attempts)
		.where(and(eq(attempts.sittingId, sittingId), eq(attempts.learnerId, learnerId), isNull(attempts.voidReason)))
		.orderBy(desc(attempts.startedAt), desc(attempts.id))
		.limit(1);
	return row;
}

export async function changeAttempt(
	tx: Writer,
	id: string,
	part: Partial<Pick<Attempt, 'pausedAt' | 'closesAt' | 'voidReason' | 'assurance'>>
): Promise<void> {
	await tx.update(attempts).set(part).where(eq(attempts.id, id));
}

/** Keeps that time was given; false where this was done before. */
export async function addExtension(tx: Writer, row: typeof sittingExtensions.$inferInsert): Promise<boolean> {
	const added = await tx
		.insert(sittingExtensions)
		.values(row)
		.onConflictDoNothing()
		.returning({ key: sittingExtensions.key });
	return added.length > 0;
}

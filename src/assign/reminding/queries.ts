import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { assignments, duties, reminders, staffEntries } from '../tables.ts';

export type ReminderRow = typeof reminders.$inferSelect;

/** Somebody and how many open things of hers are meant. */
export interface Candidate {
	readonly learnerId: string;
	readonly things: number;
}

/** People with open things that meet a condition, a page of them by id. */
export function listCandidates(
	reader: Reader,
	{ condition, after, limit }: { condition: SQL | undefined; after: string; limit: number }
): Promise<Candidate[]> {
	const { learnerId } = duties;
	return reader
		.select({ learnerId, things: count() })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(
			and(
				eq(duties.state, 'open'),
				inArray(assignments.state, ['sending', 'sent']),
				condition,
				gt(inByteOrder(learnerId), after)
			)
		)
		.groupBy(learnerId)
		.orderBy(asc(inByteOrder(learnerId)))
		.limit(limit);
}

/** How often each of these was reminded since then. */
export async function countRecent(reader: Reader, learnerIds: string[], since: Date): Promise<Map<string, number>> {
	const rows = await reader
		.select({ learnerId: reminders.learnerId, times: count() })
		.from(reminders)
		.where(and(inArray(reminders.learnerId, ['', ...learnerIds]), gt(reminders.madeAt, since)))
		.groupBy(reminders.learnerId);
	return new Map(rows.map(({ learnerId, times }) => [learnerId, times]));
}

/** Where mail reaches those of these whose office says so. */
export async function listAddresses(reader: Reader, learnerIds: string[]): Promise<Map<string, string>> {
	const { learnerId, email } = staffEntries;
	const rows = await reader
		.select({ learnerId, email })
		.from(staffEntries)
		.where(and(inArray(learnerId, ['', ...learnerIds]), isNotNull(email), isNull(staffEntries.endedAt)));
	return new Map(rows.flatMap((row) => (row.learnerId && row.email ? [[row.learnerId, row.email]] : [])));
}

/** Keeps reminders that are not there yet, and says how many were new. */
export async function addReminders(tx: Writer, rows: ReminderRow[]): Promise<number> {
	if (rows.length === 0) return 0;
	const added = await tx.insert(reminders).values(rows).onConflictDoNothing().returning({ id: reminders.id });
	return added.length;
}

export async function findLatest(reader: Reader, learnerId: string, since: Date): Promise<ReminderRow | undefined> {
	const [found] = await reader
		.select()
		.from(reminders)
		.where(and(eq(reminders.learnerId, learnerId), isNull(reminders.seenAt), gt(reminders.madeAt, since)))
		.orderBy(desc(reminders.madeAt), desc(reminders.id))
		.limit(1);
	return found;
}

/** She has seen what there was until now. */
export async function markSeen(tx: Writer, learnerId: string, seenAt: Date): Promise<void> {
	await tx
		.update(reminders)
		.set({ seenAt })
		.where(and(eq(reminders.learnerId, learnerId), isNull(reminders.seenAt)));
}

/**
 * Takes mails whose time has come by putting their next try off. Another process that looked at the same ones gets those
 * that are left; none where it came too late.
 */
export async function claimMails(
	tx: Writer,
	{ now, until, limit }: { now: Date; until: Date; limit: number }
): Promise<ReminderRow[]> {
	const isDue = and(eq(reminders.mailState, 'waiting'), isNotNull(reminders.email), lte(reminders.mailDueAt, now));
	const due = await tx
		.select({ id: reminders.id })
		.from(reminders)
		.where(isDue)
		.orderBy(asc(reminders.mailDueAt), asc(reminders.id))
		.limit(limit);
	if (due.length === 0) return [];
	const ids = due.map(({ id }) => id);
	return tx
		.update(reminders)
		.set({ mailDueAt: until, mailTries: sql`${reminders.mailTries} + 1` })
		.where(and(inArray(reminders.id, ids), isDue))
		.returning();
}

/** It is tried again then. */
export async function putOffMail(tx: Writer, id: string, mailDueAt: Date): Promise<void> {
	await tx.update(reminders).set({ mailDueAt }).where(eq(reminders.id, id));
}

/** The address is forgotten once the mail is sent, or given up: then there is no time. */
export async function settleMail(tx: Writer, id: string, mailedAt: Date | null): Promise<void> {
	const mailState = mailedAt ? 'sent' : 'failed';
	await tx.update(reminders).set({ mailState, mailedAt, mailDueAt: null, email: null }).where(eq(reminders.id, id));
}

/** What was given since then and has begun. */
export const givenSince = (since: Date, today: string) => and(gte(duties.givenAt, since), lte(duties.startsOn, today));

/** What is due between two days and has begun. */
export const dueBetween = (from: string, to: string) =>
	and(gte(duties.dueOn, from), lte(duties.dueOn, to), lte(duties.startsOn, from));

import { and, asc, desc, eq, gt, inArray, lt, lte, max, notExists, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { newId } from '../../platform/ids.ts';
import { inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { confirmations, registerMessages } from './tables.ts';

export type Confirmation = typeof confirmations.$inferSelect;
export type Message = typeof registerMessages.$inferSelect;

export async function findConfirmation(reader: Reader, recordCode: string): Promise<Confirmation | undefined> {
	const [found] = await reader.select().from(confirmations).where(eq(confirmations.recordCode, recordCode));
	return found;
}

export async function addConfirmation(tx: Writer, confirmation: Confirmation): Promise<void> {
	await tx.insert(confirmations).values(confirmation);
}

export async function changeConfirmation(tx: Writer, code: string, change: Partial<Confirmation>): Promise<void> {
	await tx.update(confirmations).set(change).where(eq(confirmations.recordCode, code));
}

/** Puts a message at the end of its line and gives its id. */
export async function addMessage(
	tx: Writer,
	{ now, ...message }: Pick<Message, 'recordCode' | 'line' | 'act' | 'replacedBy'> & { now: Date }
): Promise<string> {
	const [last] = await tx
		.select({ number: max(registerMessages.number) })
		.from(registerMessages)
		.where(eq(registerMessages.line, message.line));
	const id = newId();
	const place = { id, number: (last?.number ?? 0) + 1, attempts: 0, failures: 0, dueAt: now };
	await tx.insert(registerMessages).values({ ...message, ...place, state: 'waiting', fault: null });
	return id;
}

export async function findMessage(reader: Reader, id: string): Promise<Message | undefined> {
	const [found] = await reader.select().from(registerMessages).where(eq(registerMessages.id, id));
	return found;
}

export async function changeMessage(tx: Writer, id: string, change: Partial<Message>): Promise<void> {
	await tx.update(registerMessages).set(change).where(eq(registerMessages.id, id));
}

/** Messages about a record that are not at their end. */
export function listOpenMessages(reader: Reader, recordCodes: readonly string[]): Promise<Message[]> {
	return reader
		.select()
		.from(registerMessages)
		.where(
			and(inArray(registerMessages.recordCode, [...recordCodes]), inArray(registerMessages.state, ['waiting', 'dead']))
		)
		.orderBy(asc(registerMessages.number));
}

/** The longest that a message is ever put off is a day; what is due later than this was put off before the clock was set back. */
const longestMs = 2 * 24 * 3_600_000;

/** Messages that are due and the first of their line, the longest waiting first. */
export async function listDue(reader: Reader, { now, limit }: { now: Date; limit: number }): Promise<Message[]> {
	const due = await listFirst(reader, lte(registerMessages.dueAt, now), limit);
	if (due.length === limit) return due;
	const beforeSetBack = gt(registerMessages.dueAt, new Date(now.getTime() + longestMs));
	return [...due, ...(await listFirst(reader, beforeSetBack, limit - due.length))];
}

/** Such messages that nothing of their own line holds up. */
function listFirst(reader: Reader, such: SQL, limit: number): Promise<Message[]> {
	const earlier = alias(registerMessages, 'earlier');
	const before = reader
		.select({ id: earlier.id })
		.from(earlier)
		.where(
			and(
				eq(earlier.line, registerMessages.line),
				lt(earlier.number, registerMessages.number),
				inArray(earlier.state, ['waiting', 'dead'])
			)
		);
	return reader
		.select()
		.from(registerMessages)
		.where(and(eq(registerMessages.state, 'waiting'), such, notExists(before)))
		.orderBy(asc(registerMessages.dueAt), asc(registerMessages.id))
		.limit(limit);
}

/** Whether a message is still to be delivered by whoever took it up, and nobody else has done so since. */
export async function isStillOurs(tx: Writer, { id, attempts }: Pick<Message, 'id' | 'attempts'>): Promise<boolean> {
	const now = await findMessage(tx, id);
	return now?.attempts === attempts && now.state === 'waiting';
}

/** What waits in a line is due now. */
export async function hurryLine(tx: Writer, line: string, now: Date): Promise<void> {
	const waiting = and(eq(registerMessages.line, line), eq(registerMessages.state, 'waiting'));
	await tx.update(registerMessages).set({ dueAt: now }).where(waiting);
}

/** A page of confirmations that the register may know of, in the order of their codes. */
export function listSent(reader: Reader, { after, limit }: { after: string; limit: number }): Promise<Confirmation[]> {
	return reader
		.select()
		.from(confirmations)
		.where(
			and(
				gt(confirmations.recordCode, after),
				inArray(confirmations.state, ['submitted', 'confirmed', 'refused', 'withdrawn'])
			)
		)
		.orderBy(inByteOrder(confirmations.recordCode))
		.limit(limit);
}

/** Whose confirmations these learners' are. */
export function listOfLines(reader: Reader, lines: readonly string[], limit: number): Promise<Confirmation[]> {
	return reader
		.select()
		.from(confirmations)
		.where(inArray(confirmations.line, [...lines]))
		.orderBy(desc(confirmations.requestedAt), desc(confirmations.recordCode))
		.limit(limit);
}

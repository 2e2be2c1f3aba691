import { desc, eq, inArray } from 'drizzle-orm';
import { mostEntries } from '../platform/own-data.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { waitAgain } from './comments/write-comment.ts';
import { assignments, assignmentTargets, comments, duties, memberships, reminders, staffEntries } from './tables.ts';

/** Where somebody belongs or belonged, by the place's id. */
export function listOwnMemberships(reader: Reader, learnerIds: readonly string[]) {
	const { placeId, position, joinedAt: since, endedAt } = memberships;
	return reader
		.select({ placeId, position, since, endedAt })
		.from(memberships)
		.where(inArray(memberships.learnerId, [...learnerIds]))
		.orderBy(desc(memberships.joinedAt))
		.limit(mostEntries);
}

/** What staff lists say of somebody who was recognised in them. */
export function listOwnStaffEntries(reader: Reader, learnerIds: readonly string[]) {
	const { placeId, name, birthYear, phone, email, position, addedAt: since, endedAt } = staffEntries;
	return reader
		.select({ placeId, name, birthYear, phone, email, position, since, endedAt })
		.from(staffEntries)
		.where(inArray(staffEntries.learnerId, [...learnerIds]))
		.orderBy(desc(staffEntries.addedAt))
		.limit(mostEntries);
}

export function listOwnDuties(reader: Reader, learnerIds: readonly string[]) {
	const {
		subject: course,
		givenAt: since,
		dueOn: doneBy,
		state: duty,
		settledAt: dutySettledAt,
		percent,
		reason: why
	} = duties;
	return reader
		.select({ assignment: assignments.title, course, since, doneBy, duty, dutySettledAt, percent, why })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(inArray(duties.learnerId, [...learnerIds]))
		.orderBy(desc(duties.givenAt))
		.limit(mostEntries);
}

export function listOwnReminders(reader: Reader, learnerIds: readonly string[]) {
	const { kind: reminder, madeAt: since, email, mailedAt } = reminders;
	return reader
		.select({ reminder, since, email, mailedAt })
		.from(reminders)
		.where(inArray(reminders.learnerId, [...learnerIds]))
		.orderBy(desc(reminders.madeAt))
		.limit(mostEntries);
}

/** What somebody said as overseer or officer. */
export function listOwnComments(reader: Reader, accountId: string | null) {
	const { placeId, text: comment, writtenAt: since, withdrawnAt: takenBackAt } = comments;
	return reader
		.select({ placeId, comment, since, takenBackAt })
		.from(comments)
		.where(eq(comments.writerId, accountId ?? ''))
		.orderBy(desc(comments.writtenAt))
		.limit(mostEntries);
}

/** The words go, and who wrote them; that something was said there stays, so that its answers can be read. */
export async function forgetComments(tx: Writer, accountId: string | null, at: Date): Promise<void> {
	const own = await tx
		.select({ id: comments.id, threadId: comments.threadId, withdrawnAt: comments.withdrawnAt })
		.from(comments)
		.where(eq(comments.writerId, accountId ?? ''));
	for (const { id, threadId, withdrawnAt } of own) {
		const gone = { writerId: null, text: '', withdrawnAt: withdrawnAt ?? at };
		await tx.update(comments).set(gone).where(eq(comments.id, id));
		await waitAgain(tx, threadId ?? id);
	}
}

/** The organisation's own list stays its own; that she has an account goes. */
export async function forgetMatches(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	const nobody = { learnerId: null, matchedBy: null, matchedAt: null };
	await tx
		.update(staffEntries)
		.set(nobody)
		.where(inArray(staffEntries.learnerId, [...learnerIds]));
}

export async function forgetMemberships(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	await tx.delete(memberships).where(inArray(memberships.learnerId, [...learnerIds]));
}

export async function forgetDuties(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	await tx.delete(reminders).where(inArray(reminders.learnerId, [...learnerIds]));
	await tx.delete(duties).where(inArray(duties.learnerId, [...learnerIds]));
	await tx.delete(assignmentTargets).where(inArray(assignmentTargets.learnerId, [...learnerIds]));
}

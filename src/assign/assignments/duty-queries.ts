import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Among } from '../../identity/index.ts';
import { withinGrants, type Actor, type Role } from '../../platform/actor.ts';
import { inByteOrder, unindexed } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { readers } from '../assign-house.ts';
import { assignments, assignmentTargets, duties } from './tables.ts';

export type DutyRow = typeof duties.$inferSelect;

/** What somebody was given, what is due first in front; what was taken back only where it is asked for. */
export async function listDutiesOf(
	reader: Reader,
	learnerId: string,
	{ gone = false }: { gone?: boolean } = {}
): Promise<DutyRow[]> {
	const kept = gone ? undefined : inArray(duties.state, ['open', 'done', 'waived', 'equivalent']);
	return reader
		.select()
		.from(duties)
		.where(and(eq(duties.learnerId, learnerId), kept))
		.orderBy(asc(duties.dueOn), asc(duties.id))
		.limit(500);
}

/** The days of what somebody still has to do and that has begun. */
export function listBegun(
	reader: Reader,
	learnerId: string,
	today: string
): Promise<{ dueOn: string; graceDays: number }[]> {
	return reader
		.select({ dueOn: duties.dueOn, graceDays: assignments.graceDays })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(
			and(
				eq(duties.learnerId, learnerId),
				eq(duties.state, 'open'),
				lte(duties.startsOn, today),
				inArray(assignments.state, ['sending', 'sent'])
			)
		)
		.limit(500);
}

/** The duties of these people by one assignment, every round. */
export function listGiven(reader: Reader, assignmentId: string, learnerIds: readonly string[]): Promise<DutyRow[]> {
	return reader
		.select()
		.from(duties)
		.where(and(eq(unindexed(duties.assignmentId), assignmentId), inArray(duties.learnerId, [...learnerIds])));
}

/** Gives them; what is there already stays as it is. */
export async function addDuties(tx: Writer, rows: readonly DutyRow[]): Promise<void> {
	for (let start = 0; start < rows.length; start += 200)
		await tx
			.insert(duties)
			.values(rows.slice(start, start + 200))
			.onConflictDoNothing();
}

export async function changeDuty(tx: Writer, id: string, part: Partial<DutyRow>): Promise<void> {
	await tx.update(duties).set(part).where(eq(duties.id, id));
}

export async function dropDuty(tx: Writer, id: string): Promise<void> {
	await tx.delete(duties).where(eq(duties.id, id));
}

/** A duty of somebody within the actor's places; undefined for any other. */
export async function findDuty(
	reader: Reader,
	actor: Actor,
	{ id, roles }: { id: string; roles: readonly Role[] }
): Promise<DutyRow | undefined> {
	const [row] = await reader
		.select()
		.from(duties)
		.where(and(eq(duties.id, id), withinGrants(actor, roles, duties.placePath)));
	return row;
}

export async function findOwnDuty(reader: Reader, learnerId: string, id: string): Promise<DutyRow | undefined> {
	const [row] = await reader
		.select()
		.from(duties)
		.where(and(eq(duties.id, id), eq(duties.learnerId, learnerId)));
	return row;
}

const waits = and(eq(duties.state, 'open'), isNotNull(duties.evidence), isNull(duties.settledBy));

export interface DutyFilter {
	readonly assignmentId: string;
	readonly show: 'all' | 'open' | 'waiting';
}

/** Duties of an assignment within the actor's places; those that were taken back not. */
function shownTo(actor: Actor, { assignmentId, show }: DutyFilter) {
	const shown = {
		all: inArray(duties.state, ['open', 'done', 'waived', 'equivalent']),
		open: eq(duties.state, 'open'),
		waiting: waits
	}[show];
	return and(eq(duties.assignmentId, assignmentId), withinGrants(actor, readers, duties.placePath), shown);
}

/** A page of them; or those of some people. */
export function listDuties(
	reader: Reader,
	actor: Actor,
	filter: DutyFilter & { after?: string | undefined; learnerIds?: readonly string[]; limit: number }
): Promise<DutyRow[]> {
	const { after, learnerIds, limit } = filter;
	return reader
		.select()
		.from(duties)
		.where(
			and(
				shownTo(actor, filter),
				after === undefined ? undefined : gt(inByteOrder(duties.id), after),
				learnerIds && inArray(duties.learnerId, [...learnerIds])
			)
		)
		.orderBy(asc(inByteOrder(duties.id)))
		.limit(limit);
}

/** Whoever has one of them, as a condition on other rooms' lists of names. */
export function whoHasDuties(reader: Reader, actor: Actor, filter: DutyFilter): Among {
	const some = (learner: PgColumn) =>
		exists(
			reader
				.select({ one: sql`1` })
				.from(duties)
				.where(and(eq(duties.learnerId, learner), shownTo(actor, filter)))
		);
	return { few: false, are: some };
}

/** Takes some open duties of an assignment back; how many it were. */
export async function takeBack(tx: Writer, assignmentId: string, limit: number): Promise<number> {
	const open = await tx
		.select({ id: duties.id })
		.from(duties)
		.where(and(eq(duties.assignmentId, assignmentId), eq(duties.state, 'open')))
		.limit(limit);
	const ids = open.map(({ id }) => id);
	if (ids.length) await tx.update(duties).set({ state: 'gone' }).where(inArray(duties.id, ids));
	return ids.length;
}

/** What somebody has to do about a subject, of assignments that still stand. */
export async function listOpenAbout(reader: Reader, learnerId: string, subject: string) {
	return reader
		.select({ duty: duties, asked: assignments })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(and(eq(duties.learnerId, learnerId), eq(duties.subject, subject), eq(duties.state, 'open')));
}

export async function listDoneBy(reader: Reader, attemptId: string) {
	return reader
		.select({ duty: duties, asked: assignments })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(and(eq(duties.attemptId, attemptId), eq(duties.state, 'done')));
}

/** Done duties that soon count no longer and have not come round again. */
export async function listToRenew(reader: Reader, until: string, limit: number) {
	const later = sql`exists (select 1 from duties later where later.assignment_id = ${duties.assignmentId}
		and later.subject = ${duties.subject} and later.learner_id = ${duties.learnerId} and later.round > ${duties.round})`;
	return reader
		.select({ duty: duties })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(
			and(
				inArray(duties.state, ['done', 'equivalent']),
				lte(duties.validUntil, until),
				inArray(assignments.state, ['sent', 'sending']),
				sql`not ${later}`
			)
		)
		.limit(limit);
}

/** Single people who were chosen are the one that their learning went over to. */
export async function moveTargets(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(assignmentTargets).set({ learnerId: into }).where(eq(assignmentTargets.learnerId, from));
}

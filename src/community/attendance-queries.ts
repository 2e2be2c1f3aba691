import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { attendances, attendanceTicks } from './tables.ts';

export type AttendanceRow = typeof attendances.$inferSelect;
export type TickRow = typeof attendanceTicks.$inferSelect;

/** How many came to each of these sessions. */
export async function countCame(reader: Reader, sessionIds: string[]): Promise<Map<string, number>> {
	if (sessionIds.length === 0) return new Map();
	const rows = await reader
		.select({ id: attendances.sessionId, came: count() })
		.from(attendances)
		.where(inArray(attendances.sessionId, sessionIds))
		.groupBy(attendances.sessionId);
	return new Map(rows.map(({ id, came }) => [id, came]));
}

export function listAttendances(reader: Reader, sessionId: string): Promise<AttendanceRow[]> {
	return reader
		.select()
		.from(attendances)
		.where(eq(attendances.sessionId, sessionId))
		.orderBy(asc(attendances.firstAt), asc(attendances.id));
}

/** What is said of those who came to a session, the first word first. */
export async function listTicks(reader: Reader, sessionId: string): Promise<TickRow[]> {
	const rows = await reader
		.select({ tick: attendanceTicks })
		.from(attendanceTicks)
		.innerJoin(attendances, eq(attendances.id, attendanceTicks.attendanceId))
		.where(eq(attendances.sessionId, sessionId))
		.orderBy(asc(attendanceTicks.at), asc(attendanceTicks.taker));
	return rows.map(({ tick }) => tick);
}

export async function findAttendance(
	reader: Reader,
	{ sessionId, id }: { sessionId: string; id: string }
): Promise<AttendanceRow | undefined> {
	const [row] = await reader
		.select()
		.from(attendances)
		.where(and(eq(attendances.id, id), eq(attendances.sessionId, sessionId)));
	return row;
}

export async function findByKey(
	reader: Reader,
	{ sessionId, personKey }: Pick<AttendanceRow, 'sessionId' | 'personKey'>
): Promise<AttendanceRow | undefined> {
	const [row] = await reader
		.select()
		.from(attendances)
		.where(and(eq(attendances.sessionId, sessionId), eq(attendances.personKey, personKey)));
	return row;
}

export async function addAttendance(tx: Writer, row: AttendanceRow): Promise<void> {
	await tx.insert(attendances).values(row);
}

export async function changeAttendance(tx: Writer, id: string, part: Partial<AttendanceRow>): Promise<void> {
	await tx.update(attendances).set(part).where(eq(attendances.id, id));
}

export async function dropAttendance(tx: Writer, id: string): Promise<void> {
	await tx.delete(attendances).where(eq(attendances.id, id));
}

export function listTicksOf(reader: Reader, attendanceId: string): Promise<TickRow[]> {
	return reader.select().from(attendanceTicks).where(eq(attendanceTicks.attendanceId, attendanceId));
}

/** Adds somebody's word that she came; who said so before keeps the time and the way, and a new mark replaces the old. */
export async function keepTick(tx: Writer, row: TickRow, newMark: boolean): Promise<void> {
	const insert = tx.insert(attendanceTicks).values(row);
	const target = [attendanceTicks.attendanceId, attendanceTicks.taker];
	if (newMark) await insert.onConflictDoUpdate({ target, set: { mark: row.mark } });
	else await insert.onConflictDoNothing({ target });
}

/** Takes back what these say of her. */
export async function dropTicks(tx: Writer, attendanceId: string, takers: string[]): Promise<void> {
	await tx
		.delete(attendanceTicks)
		.where(and(eq(attendanceTicks.attendanceId, attendanceId), inArray(attendanceTicks.taker, takers)));
}

/** Where a learner was, over all sessions. */
export function listAttendancesOf(reader: Reader, learnerId: string): Promise<AttendanceRow[]> {
	return reader.select().from(attendances).where(eq(attendances.learnerId, learnerId));
}

/** What helpers and she herself said of a learner's coming, over all sessions. */
export async function listTicksOfLearner(reader: Reader, learnerId: string): Promise<TickRow[]> {
	const rows = await reader
		.select({ tick: attendanceTicks })
		.from(attendanceTicks)
		.innerJoin(attendances, eq(attendances.id, attendanceTicks.attendanceId))
		.where(eq(attendances.learnerId, learnerId));
	return rows.map(({ tick }) => tick);
}

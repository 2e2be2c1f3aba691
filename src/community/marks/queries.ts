import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { attendances, classMarks, classSessions } from '../tables.ts';

export type MarkRow = typeof classMarks.$inferSelect;

/** What was marked in a session, the first helper's word first. */
export async function listMarks(reader: Reader, sessionId: string): Promise<MarkRow[]> {
	const rows = await reader
		.select({ mark: classMarks })
		.from(classMarks)
		.innerJoin(attendances, eq(attendances.id, classMarks.attendanceId))
		.where(eq(attendances.sessionId, sessionId))
		.orderBy(asc(classMarks.at), asc(classMarks.taker));
	return rows.map(({ mark }) => mark);
}

const most = 500;

/** Keeps marks, each in place of what its helper said before. */
export async function keepMarkRows(tx: Writer, rows: MarkRow[]): Promise<void> {
	const target = [classMarks.attendanceId, classMarks.lessonId, classMarks.questionId, classMarks.taker];
	for (let start = 0; start < rows.length; start += most)
		await tx
			.insert(classMarks)
			.values(rows.slice(start, start + most))
			.onConflictDoUpdate({ target, set: { mark: sql`excluded.mark`, at: sql`excluded.at` } });
}

/** Takes back one helper's marks of one question. */
export async function dropMarkRows(
	tx: Writer,
	{ lessonId, questionId, taker }: Pick<MarkRow, 'lessonId' | 'questionId' | 'taker'>,
	attendanceIds: string[]
): Promise<void> {
	await tx
		.delete(classMarks)
		.where(
			and(
				eq(classMarks.lessonId, lessonId),
				eq(classMarks.questionId, questionId),
				eq(classMarks.taker, taker),
				inArray(classMarks.attendanceId, attendanceIds)
			)
		);
}

export function listMarksOf(reader: Reader, attendanceId: string): Promise<MarkRow[]> {
	return reader.select().from(classMarks).where(eq(classMarks.attendanceId, attendanceId));
}

/** Takes back what is marked of somebody in a session: by one helper, or by all. */
export async function dropMarksOf(tx: Writer, attendanceId: string, taker?: string): Promise<void> {
	const theirs = taker === undefined ? undefined : eq(classMarks.taker, taker);
	await tx.delete(classMarks).where(and(eq(classMarks.attendanceId, attendanceId), theirs));
}

/** Gives one line of a list what was marked of another; where a helper marked both, the first one's stays. */
export async function copyMarks(tx: Writer, from: string, into: string): Promise<void> {
	const rows = (await listMarksOf(tx, from)).map((row) => ({ ...row, attendanceId: into }));
	for (let start = 0; start < rows.length; start += most)
		await tx
			.insert(classMarks)
			.values(rows.slice(start, start + most))
			.onConflictDoNothing();
}

/** How often each mark was given to a learner: by session and lesson, the newest session first. */
export function countMarksOfLearner(reader: Reader, learnerId: string) {
	const { id, startsAt, placeId } = classSessions;
	const { courseId, lessonId, mark } = classMarks;
	return reader
		.select({ id, startsAt, placeId, courseId, lessonId, mark, times: count() })
		.from(classMarks)
		.innerJoin(attendances, eq(attendances.id, classMarks.attendanceId))
		.innerJoin(classSessions, eq(classSessions.id, attendances.sessionId))
		.where(eq(attendances.learnerId, learnerId))
		.groupBy(id, startsAt, placeId, courseId, lessonId, mark)
		.orderBy(desc(startsAt), desc(id), asc(courseId), asc(lessonId))
		.limit(most);
}

/** Every mark of a learner, over all sessions. */
export async function listMarksOfLearner(reader: Reader, learnerId: string): Promise<MarkRow[]> {
	const rows = await reader
		.select({ mark: classMarks })
		.from(classMarks)
		.innerJoin(attendances, eq(attendances.id, classMarks.attendanceId))
		.where(eq(attendances.learnerId, learnerId));
	return rows.map(({ mark }) => mark);
}

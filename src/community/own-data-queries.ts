import { and, count, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { newId } from '../platform/ids.ts';
import { mostEntries } from '../platform/own-data.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import {
	attendances,
	attendanceTicks,
	classMarks,
	classSessions,
	helpedLearners,
	helpEntries,
	householdMembers,
	households,
	learnerCards,
	teamInvitations,
	teamMembers,
	teams
} from './tables.ts';

/** Which sessions somebody came to, and what was said of it. */
export function listOwnAttendance(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select({
			...{ startsAt: classSessions.startsAt, topic: classSessions.topic, name: attendances.name },
			...{ way: attendanceTicks.way, mark: attendanceTicks.mark, at: attendanceTicks.at }
		})
		.from(attendances)
		.innerJoin(classSessions, eq(classSessions.id, attendances.sessionId))
		.leftJoin(attendanceTicks, eq(attendanceTicks.attendanceId, attendances.id))
		.where(inArray(attendances.learnerId, [...learnerIds]))
		.orderBy(desc(classSessions.startsAt))
		.limit(mostEntries);
}

export function listOwnMarks(reader: Reader, learnerIds: readonly string[]) {
	const { courseId: course, lessonId: lesson, questionId: question, mark, at } = classMarks;
	return reader
		.select({ course, lesson, question, mark, at })
		.from(classMarks)
		.innerJoin(attendances, eq(attendances.id, classMarks.attendanceId))
		.where(inArray(attendances.learnerId, [...learnerIds]))
		.orderBy(desc(classMarks.at))
		.limit(mostEntries);
}

/**
 * That somebody came stays, so that it can still be counted; who, with what year and how she managed, goes. The key that
 * told her from the others becomes one that is nobody's.
 */
export async function unnameAttendance(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	const rows = await tx
		.select({ id: attendances.id })
		.from(attendances)
		.where(inArray(attendances.learnerId, [...learnerIds]));
	for (const { id } of rows) {
		await tx.delete(classMarks).where(eq(classMarks.attendanceId, id));
		await tx.update(attendanceTicks).set({ mark: null }).where(eq(attendanceTicks.attendanceId, id));
		const nobody = { learnerId: null, name: null, birthYear: null, personKey: `- ${newId()}` };
		await tx.update(attendances).set(nobody).where(eq(attendances.id, id));
	}
}

export function listHelpedOf(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select()
		.from(helpedLearners)
		.where(inArray(helpedLearners.learnerId, [...learnerIds]));
}

/** Cards of somebody whom a helper wrote down; what stands on them is on the paper only. */
export function listCardsOf(reader: Reader, helpedIds: readonly string[]) {
	return reader
		.select()
		.from(learnerCards)
		.where(inArray(learnerCards.helpedId, [...helpedIds]))
		.orderBy(desc(learnerCards.madeAt))
		.limit(mostEntries);
}

/** When somebody was visited or helped at the desk. */
export function listHelpFor(reader: Reader, helpedIds: readonly string[]) {
	const { kind, at, minutes, household, did, procedureWords, nextTime } = helpEntries;
	return reader
		.select({ kind, at, minutes, household, did, procedureWords, nextTime })
		.from(helpEntries)
		.where(and(inArray(helpEntries.helpedId, [...helpedIds]), isNull(helpEntries.struckAt)))
		.orderBy(desc(helpEntries.at))
		.limit(mostEntries);
}

/** That somebody was helped stays, and for how long; that it was she, and what was written of it, goes. */
export async function unnameHelp(tx: Writer, helpedIds: readonly string[]): Promise<void> {
	if (helpedIds.length === 0) return;
	await tx
		.update(helpEntries)
		.set({ helpedId: null, household: null, did: null, procedureWords: null, nextTime: null })
		.where(inArray(helpEntries.helpedId, [...helpedIds]));
}

/** What somebody wrote down of the help she gave. */
export function listHelpBy(reader: Reader, writerId: string) {
	const { kind, at, minutes, did, nextTime } = helpEntries;
	return reader
		.select({ kind, at, minutes, did, nextTime })
		.from(helpEntries)
		.where(eq(helpEntries.writerId, writerId))
		.orderBy(desc(helpEntries.at))
		.limit(mostEntries);
}

export function listHomesOf(reader: Reader, learnerIds: readonly string[]) {
	const { guides, consent, joinedAt: since } = householdMembers;
	return reader
		.select({ household: households.name, guides, consent, since })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.where(inArray(householdMembers.learnerId, [...learnerIds]));
}

export function listTeamsOf(reader: Reader, accountId: string) {
	const { sponsor, sponsorWords, area, phone, lead, joinedOn, leftOn } = teamMembers;
	return reader
		.select({ team: teams.name, sponsor, sponsorWords, area, phone, lead, joinedOn, leftOn })
		.from(teamMembers)
		.innerJoin(teams, eq(teams.id, teamMembers.teamId))
		.where(eq(teamMembers.accountId, accountId))
		.orderBy(desc(teamMembers.joinedOn))
		.limit(mostEntries);
}

/** She has left every team; when somebody was in it stays, for hours and headcounts look back. */
export async function leaveTeams(tx: Writer, accountId: string, today: string): Promise<void> {
	const theirs = eq(teamMembers.accountId, accountId);
	await tx
		.update(teamMembers)
		.set({ leftOn: today })
		.where(and(theirs, isNull(teamMembers.leftOn)));
	await tx
		.update(teamMembers)
		.set({ phone: null, area: null, sponsorWords: null, lead: false, grantId: null })
		.where(theirs);
}

export async function countOldInvitations(reader: Reader, before: Date): Promise<number> {
	const [found] = await reader
		.select({ rows: count() })
		.from(teamInvitations)
		.where(lt(teamInvitations.expiresAt, before));
	return found?.rows ?? 0;
}

export async function dropOldInvitations(tx: Writer, before: Date, most: number): Promise<number> {
	const old = await tx
		.select({ codeMark: teamInvitations.codeMark })
		.from(teamInvitations)
		.where(lt(teamInvitations.expiresAt, before))
		.limit(most);
	const marks = old.map(({ codeMark }) => codeMark);
	if (marks.length > 0) await tx.delete(teamInvitations).where(inArray(teamInvitations.codeMark, marks));
	return marks.length;
}

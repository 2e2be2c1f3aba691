import { newId } from '../../platform/ids.ts';
import { keptRows, rowsAgain, sameRows, type KeptRows } from '../../platform/persistence/kept-rows.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import {
	addAttendance,
	changeAttendance,
	dropTicks,
	keepTick,
	listAttendancesOf,
	listTicksOf,
	listTicksOfLearner
} from '../attendance-queries.ts';
import { dropMarksOf, keepMarkRows, listMarksOfLearner } from '../marks/queries.ts';
import { giveAttendance, type Claim } from '../merge-attendance.ts';
import { keyOfLearner } from '../person-key.ts';
import { giveNames, listNameIdsOf } from '../recognised/queries.ts';
import { attendances, attendanceTicks, classMarks } from '../tables.ts';
import type { JoinedLines, Lines } from './joined-rows.ts';

/** Gives one learner the lines of another, and returns what it takes to part them again. */
export async function joinLines(tx: Writer, claim: Claim): Promise<JoinedLines> {
	const kept = await linesOf(tx, claim.intoLearnerId);
	const other = await linesOf(tx, claim.fromLearnerId);
	const nameIds = await listNameIdsOf(tx, claim.fromLearnerId);
	await giveAttendance(tx, claim);
	return { kept, other, merged: await linesOf(tx, claim.intoLearnerId), nameIds };
}

/**
 * Parts them: each stands again in the lists she stood in, with what was said of her. A line of which more was said
 * since stays as it is with the one who was kept; the other then has one of her own beside it.
 */
export async function partLines(tx: Writer, claim: Claim, joined: JoinedLines): Promise<void> {
	const { kept, other, merged, nameIds } = joined;
	const now = await linesOf(tx, claim.intoLearnerId);
	const isUntouched = (id: string) => isSame(one(now, id), one(merged, id));
	for (const id of idsOf(kept.lines))
		if (isUntouched(id) && !isSame(one(kept, id), one(merged, id))) await sayAgain(tx, id, one(kept, id));
	for (const id of idsOf(other.lines)) {
		const isThere = idsOf(now.lines).includes(id);
		if (isThere && isUntouched(id))
			await changeAttendance(tx, id, { learnerId: claim.fromLearnerId, personKey: keyOfLearner(claim.fromLearnerId) });
		else await putBack(tx, one(other, id), isThere ? newId() : id);
	}
	await giveNames(tx, nameIds, claim.fromLearnerId);
}

async function linesOf(reader: Reader, learnerId: string): Promise<Lines> {
	return {
		lines: keptRows(await listAttendancesOf(reader, learnerId)),
		ticks: keptRows(await listTicksOfLearner(reader, learnerId)),
		marks: keptRows(await listMarksOfLearner(reader, learnerId))
	};
}

function idsOf(lines: KeptRows): string[] {
	return lines.map(({ id }) => String(id));
}

function one({ lines, ticks, marks }: Lines, id: string): Lines {
	return {
		lines: lines.filter((each) => each.id === id),
		ticks: ticks.filter(({ attendanceId }) => attendanceId === id),
		marks: marks.filter(({ attendanceId }) => attendanceId === id)
	};
}

function isSame(a: Lines, b: Lines): boolean {
	return sameRows(a.lines, b.lines) && sameRows(a.ticks, b.ticks) && sameRows(a.marks, b.marks);
}

async function putBack(tx: Writer, kept: Lines, id: string): Promise<void> {
	for (const line of rowsAgain(attendances, kept.lines)) await addAttendance(tx, { ...line, id });
	await say(tx, id, kept);
}

/** What was said of a line is this, and nothing else. */
async function sayAgain(tx: Writer, id: string, kept: Lines): Promise<void> {
	const takers = (await listTicksOf(tx, id)).map(({ taker }) => taker);
	await dropTicks(tx, id, takers);
	await dropMarksOf(tx, id);
	await say(tx, id, kept);
}

async function say(tx: Writer, attendanceId: string, { ticks, marks }: Lines): Promise<void> {
	for (const tick of rowsAgain(attendanceTicks, ticks)) await keepTick(tx, { ...tick, attendanceId }, false);
	await keepMarkRows(
		tx,
		rowsAgain(classMarks, marks).map((mark) => ({ ...mark, attendanceId }))
	);
}

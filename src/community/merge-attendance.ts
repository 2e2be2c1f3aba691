import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import {
	changeAttendance,
	dropAttendance,
	dropTicks,
	findByKey,
	keepTick,
	listAttendancesOf,
	listTicksOf,
	type AttendanceRow
} from './attendance-queries.ts';
import { copyMarks, dropMarksOf } from './marks/queries.ts';
import { keyOfLearner } from './person-key.ts';
import { handNames } from './recognised/queries.ts';

/** Whose attendance goes to whom. */
export interface Claim {
	readonly fromLearnerId: string;
	readonly intoLearnerId: string;
}

/**
 * Gives one learner the sessions another came to. Where both are in one list they become one, with all that was said of
 * either; a helper who marked both keeps what she saw of the one who stays. Doing it again changes nothing.
 */
export async function mergeAttendance({ store }: Pick<House, 'store'>, claim: Claim): Promise<void> {
	if (claim.fromLearnerId === claim.intoLearnerId) return;
	await store.transact((tx) => giveAttendance(tx, claim));
}

/** The same in the transaction at hand, between two who are not one. */
export async function giveAttendance(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<void> {
	for (const theirs of await listAttendancesOf(tx, fromLearnerId)) await giveTo(tx, theirs, intoLearnerId);
	await handNames(tx, { fromLearnerId, intoLearnerId });
}

async function giveTo(tx: Writer, theirs: AttendanceRow, learnerId: string): Promise<void> {
	const personKey = keyOfLearner(learnerId);
	const mine = await findByKey(tx, { sessionId: theirs.sessionId, personKey });
	if (!mine) return changeAttendance(tx, theirs.id, { learnerId, personKey });
	const ticks = await listTicksOf(tx, theirs.id);
	for (const tick of ticks) await keepTick(tx, { ...tick, attendanceId: mine.id }, false);
	await dropTicks(
		tx,
		theirs.id,
		ticks.map(({ taker }) => taker)
	);
	await copyMarks(tx, theirs.id, mine.id);
	await dropMarksOf(tx, theirs.id);
	await dropAttendance(tx, theirs.id);
}

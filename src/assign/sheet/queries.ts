import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Reader } from '../../platform/persistence/store.ts';
import { assignments, duties, memberships, staffEntries } from '../tables.ts';

/** All that somebody was given to do and that still concerns her, by due day. */
export function listSheetDuties(reader: Reader, learnerId: string) {
	const { subject, state, dueOn, settledAt, percent, validUntil, reason, evidence, attemptId } = duties;
	const { id: assignmentId, title: assignment, document, graceDays } = assignments;
	return reader
		.select({
			...{ subject, state, dueOn, settledAt, percent, validUntil, reason, evidence, attemptId },
			...{ assignmentId, assignment, document, graceDays }
		})
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(and(eq(duties.learnerId, learnerId), ne(duties.state, 'gone')))
		.orderBy(asc(dueOn), asc(duties.id));
}

/** Where somebody belongs now. */
export function listUnits(reader: Reader, learnerId: string) {
	return reader
		.select({ placeId: memberships.placeId, position: memberships.position })
		.from(memberships)
		.where(and(eq(memberships.learnerId, learnerId), isNull(memberships.endedAt)))
		.orderBy(asc(memberships.joinedAt), asc(memberships.id));
}

/** What staff lists say she is. */
export function listPositions(reader: Reader, learnerId: string) {
	return reader
		.select({ placeId: staffEntries.placeId, position: staffEntries.position })
		.from(staffEntries)
		.where(and(eq(staffEntries.learnerId, learnerId), isNull(staffEntries.endedAt)));
}

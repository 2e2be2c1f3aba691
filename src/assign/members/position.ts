import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '../../platform/persistence/store.ts';
import { memberships, staffEntries } from '../tables.ts';

/** What she is there: as she said when she joined, otherwise as the list of the organisation has it. */
export function positionThere(reader: Reader): SQL<string | null> {
	const listed = reader
		.select({ position: staffEntries.position })
		.from(staffEntries)
		.where(
			and(
				eq(staffEntries.learnerId, memberships.learnerId),
				eq(staffEntries.placeId, memberships.placeId),
				isNull(staffEntries.endedAt)
			)
		)
		.limit(1);
	return sql`coalesce(${memberships.position}, (${listed}))`;
}

import { and, asc, eq, exists, isNull, not, or, sql } from 'drizzle-orm';
import type { NamedLearner, NamesFilter } from '../../identity/index.ts';
import { comesAfter, contains, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { memberships, staffEntries } from '../tables.ts';
import type { Scope } from './queries.ts';

/** On a staff list and, without an account or not having joined the organisation, asked nothing there yet. */
const unregistered = (reader: Reader, { paths, folded, state }: Scope) =>
	and(
		or(isNull(staffEntries.learnerId), not(hasJoined(reader))),
		isNull(staffEntries.endedAt),
		liesWithin(staffEntries.placePath, paths),
		folded === '' ? undefined : contains(staffEntries.nameFolded, folded),
		state === undefined || state === 'unregistered' ? undefined : sql`1 = 0`
	);

/** Whether whom an entry is of belongs to its organisation, or to a part of it. */
function hasJoined(reader: Reader) {
	const { learnerId, placePath, endedAt } = memberships;
	const listed = staffEntries.placePath;
	const isThere = sql`substr(${placePath}, 1, length(${listed})) = ${listed}`;
	return exists(
		reader
			.select({ one: sql`1` })
			.from(memberships)
			.where(and(eq(learnerId, staffEntries.learnerId), isNull(endedAt), isThere))
	);
}

export interface StaffRow extends NamedLearner {
	readonly placeId: string;
	readonly position: string | null;
	/** Of an account of hers; null: nobody knows of one. */
	readonly learnerId: string | null;
}
const staffRow = {
	id: staffEntries.id,
	name: staffEntries.name,
	nameSort: staffEntries.nameSort,
	placeId: staffEntries.placeId,
	position: staffEntries.position,
	learnerId: staffEntries.learnerId
};

/** Those of the staff lists who have no account yet or have not joined, by given name. */
export function listUnregistered(
	reader: Reader,
	scope: Scope,
	{ after, limit }: Pick<NamesFilter, 'after' | 'limit'>
): Promise<StaffRow[]> {
	const keys = { sort: staffEntries.nameSort, id: staffEntries.id };
	return reader
		.select(staffRow)
		.from(staffEntries)
		.where(and(unregistered(reader, scope), after && comesAfter(keys, { sort: after.nameSort, id: after.id })))
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

export async function findStaffRow(reader: Reader, id: string): Promise<StaffRow | undefined> {
	const [found] = await reader.select(staffRow).from(staffEntries).where(eq(staffEntries.id, id));
	return found;
}

export async function countUnregistered(reader: Reader, scope: Scope): Promise<number> {
	return reader.$count(staffEntries, unregistered(reader, scope));
}

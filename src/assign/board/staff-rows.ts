import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { NamedLearner, NamesFilter } from '../../identity/index.ts';
import { comesAfter, contains, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { staffEntries } from '../tables.ts';
import type { Scope } from './queries.ts';

/** On a staff list and without an account. */
const unregistered = ({ paths, folded, state }: Scope) =>
	and(
		isNull(staffEntries.learnerId),
		isNull(staffEntries.endedAt),
		liesWithin(staffEntries.placePath, paths),
		folded === '' ? undefined : contains(staffEntries.nameFolded, folded),
		state === undefined || state === 'unregistered' ? undefined : sql`1 = 0`
	);

export interface StaffRow extends NamedLearner {
	readonly placeId: string;
	readonly position: string | null;
}
const staffRow = {
	id: staffEntries.id,
	name: staffEntries.name,
	nameSort: staffEntries.nameSort,
	placeId: staffEntries.placeId,
	position: staffEntries.position
};

/** Those of the staff lists who have no account yet, by given name. */
export function listUnregistered(
	reader: Reader,
	scope: Scope,
	{ after, limit }: Pick<NamesFilter, 'after' | 'limit'>
): Promise<StaffRow[]> {
	const keys = { sort: staffEntries.nameSort, id: staffEntries.id };
	return reader
		.select(staffRow)
		.from(staffEntries)
		.where(and(unregistered(scope), after && comesAfter(keys, { sort: after.nameSort, id: after.id })))
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

export async function findStaffRow(reader: Reader, id: string): Promise<StaffRow | undefined> {
	const [found] = await reader.select(staffRow).from(staffEntries).where(eq(staffEntries.id, id));
	return found;
}

export async function countUnregistered(reader: Reader, scope: Scope): Promise<number> {
	return reader.$count(staffEntries, unregistered(scope));
}

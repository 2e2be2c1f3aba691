import { and, asc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { NamedLearner, NamesFilter } from '../../identity/index.ts';
import { comesAfter, contains, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { duties, memberships, staffEntries } from '../tables.ts';
import type { Scope } from './queries.ts';

/** On a staff list and, without an account or not having joined the organisation, asked nothing there yet. */
const unregistered = (reader: Reader, { paths, folded, state }: Scope) =>
	and(
		or(isNull(staffEntries.learnerId), sql`not (${isThere(reader)})`),
		isNull(staffEntries.endedAt),
		liesWithin(staffEntries.placePath, paths),
		folded === '' ? undefined : contains(staffEntries.nameFolded, folded),
		state === undefined || state === 'unregistered' ? undefined : sql`1 = 0`
	);

/** Whether whom an entry is of belongs to its organisation, or to a part of it, or is asked something there by herself. */
function isThere(reader: Reader) {
	const one = { one: sql`1` };
	const within = (path: PgColumn) =>
		sql`substr(${path}, 1, length(${staffEntries.placePath})) = ${staffEntries.placePath}`;
	const belongs = and(
		eq(memberships.learnerId, staffEntries.learnerId),
		isNull(memberships.endedAt),
		within(memberships.placePath)
	);
	const isAsked = and(eq(duties.learnerId, staffEntries.learnerId), ne(duties.state, 'gone'), within(duties.placePath));
	return or(
		exists(reader.select(one).from(memberships).where(belongs)),
		exists(reader.select(one).from(duties).where(isAsked))
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

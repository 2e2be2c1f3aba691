import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { comesAfter, inByteOrder, isOneOfPairs } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { staffEntries } from '../tables.ts';

export type EntryRow = typeof staffEntries.$inferSelect;

const running = isNull(staffEntries.endedAt);

/** How many stand in the list of an organisation, and how many of them have an account. */
export async function countEntries(reader: Reader, placeId: string): Promise<{ listed: number; matched: number }> {
	const here = and(eq(staffEntries.placeId, placeId), running);
	const listed = await reader.$count(staffEntries, here);
	const missing = await reader.$count(staffEntries, and(here, isNull(staffEntries.learnerId)));
	return { listed, matched: listed - missing };
}

export interface EntryFilter {
	placeId: string;
	/** Only those without an account. */
	missing: boolean;
	after?: EntryRow | undefined;
	limit: number;
}

/** The list of an organisation, by given name. */
export function listEntries(reader: Reader, { placeId, missing, after, limit }: EntryFilter): Promise<EntryRow[]> {
	const keys = { sort: staffEntries.nameSort, id: staffEntries.id };
	const conditions: (SQL | undefined)[] = [
		and(eq(staffEntries.placeId, placeId), running),
		missing ? isNull(staffEntries.learnerId) : undefined,
		after && comesAfter(keys, { sort: after.nameSort, id: after.id })
	];
	return reader
		.select()
		.from(staffEntries)
		.where(and(...conditions))
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

/** An entry that has not ended, wherever it stands. */
export async function findEntry(reader: Reader, id: string): Promise<EntryRow | undefined> {
	const [row] = await reader
		.select()
		.from(staffEntries)
		.where(and(eq(staffEntries.id, id), running));
	return row;
}

/** Those of an organisation's list who are this person: one, where the list is in order. */
export function listSameKey(reader: Reader, placeId: string, personKey: string): Promise<EntryRow[]> {
	return reader
		.select()
		.from(staffEntries)
		.where(and(eq(staffEntries.placeId, placeId), eq(staffEntries.personKey, personKey), running));
}

/** Which of these people stand in the lists of their organisations already. */
export async function listKnown(
	reader: Reader,
	people: readonly Pick<EntryRow, 'placeId' | 'personKey'>[]
): Promise<Pick<EntryRow, 'placeId' | 'personKey'>[]> {
	if (people.length === 0) return [];
	const pairs = people.map(({ placeId, personKey }) => [placeId, personKey] as const);
	return reader
		.select({ placeId: staffEntries.placeId, personKey: staffEntries.personKey })
		.from(staffEntries)
		.where(and(isOneOfPairs([staffEntries.placeId, staffEntries.personKey], pairs), running));
}

/** Those of an organisation's list who have these names, as they are folded. */
export async function listNamed(reader: Reader, placeId: string, names: readonly string[]): Promise<EntryRow[]> {
	if (names.length === 0) return [];
	return reader
		.select()
		.from(staffEntries)
		.where(and(eq(staffEntries.placeId, placeId), inArray(staffEntries.nameFolded, [...names]), running));
}

/** As which entries of one organisation's list these learners were recognised. */
export async function listMatchedTo(reader: Reader, placeId: string, learnerIds: readonly string[]) {
	if (learnerIds.length === 0) return [];
	return reader
		.select()
		.from(staffEntries)
		.where(and(eq(staffEntries.placeId, placeId), inArray(staffEntries.learnerId, [...learnerIds]), running));
}

export async function addEntries(tx: Writer, rows: readonly EntryRow[]): Promise<void> {
	// Small portions: the databases bound how many values one statement carries.
	for (let start = 0; start < rows.length; start += 50)
		await tx.insert(staffEntries).values(rows.slice(start, start + 50));
}

export async function changeEntry(tx: Writer, id: string, part: Partial<EntryRow>): Promise<void> {
	await tx.update(staffEntries).set(part).where(eq(staffEntries.id, id));
}

/** What one learner was recognised as is another's from now on. */
export async function giveEntries(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(staffEntries).set({ learnerId: into }).where(eq(staffEntries.learnerId, from));
}

/** These are gone, as if nobody had written them. */
export async function dropEntries(tx: Writer, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.delete(staffEntries).where(inArray(staffEntries.id, [...ids]));
}

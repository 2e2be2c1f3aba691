import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { MembershipRow } from '../members/queries.ts';
import type { LeavingReason } from '../members/tables.ts';
import type { EntryRow } from '../staff/queries.ts';
import { joinCodes, memberships, staffEntries } from '../tables.ts';

/** The databases bound how many values one statement carries. */
function inPortions<T>(rows: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** Who belongs to these classes now. */
export async function listMembersIn(reader: Reader, placeIds: readonly string[]): Promise<MembershipRow[]> {
	const found: MembershipRow[] = [];
	for (const ids of inPortions(placeIds, 100))
		found.push(
			...(await reader
				.select()
				.from(memberships)
				.where(and(inArray(memberships.placeId, ids), isNull(memberships.endedAt))))
		);
	return found;
}

/** Who stands in the lists of these classes now. */
export async function listEntriesIn(reader: Reader, placeIds: readonly string[]): Promise<EntryRow[]> {
	const found: EntryRow[] = [];
	for (const ids of inPortions(placeIds, 100))
		found.push(
			...(await reader
				.select()
				.from(staffEntries)
				.where(and(inArray(staffEntries.placeId, ids), isNull(staffEntries.endedAt))))
		);
	return found;
}

export async function endMemberships(
	tx: Writer,
	ids: readonly string[],
	ended: { endedAt: Date; endedWhy: LeavingReason }
): Promise<void> {
	for (const some of inPortions(ids, 200)) await tx.update(memberships).set(ended).where(inArray(memberships.id, some));
}

export async function addMemberships(tx: Writer, rows: readonly MembershipRow[]): Promise<void> {
	for (const some of inPortions(rows, 50)) await tx.insert(memberships).values(some);
}

export async function endEntries(tx: Writer, ids: readonly string[], endedAt: Date): Promise<void> {
	for (const some of inPortions(ids, 200))
		await tx.update(staffEntries).set({ endedAt }).where(inArray(staffEntries.id, some));
}

/** The codes of a class open nothing any more. */
export async function endCodesOf(tx: Writer, placeId: string, endedAt: Date): Promise<void> {
	const running = and(eq(joinCodes.placeId, placeId), isNull(joinCodes.endedAt));
	await tx.update(joinCodes).set({ endedAt }).where(running);
}

/** Everybody who ever belonged to a class. */
export async function listLearnersEverIn(reader: Reader, placeId: string): Promise<string[]> {
	const rows = await reader
		.selectDistinct({ learnerId: memberships.learnerId })
		.from(memberships)
		.where(eq(memberships.placeId, placeId));
	return rows.map(({ learnerId }) => learnerId);
}

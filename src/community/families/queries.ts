import { and, asc, eq, inArray } from 'drizzle-orm';
import { withinGrants, type Actor, type Role } from '../../platform/actor.ts';
import { comesAfter, inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classKeepers } from '../community-house.ts';
import { householdMembers, households } from '../tables.ts';

export type HouseholdRow = typeof households.$inferSelect;
export type RelativeRow = typeof householdMembers.$inferSelect;

export async function addHousehold(tx: Writer, row: HouseholdRow): Promise<void> {
	await tx.insert(households).values(row);
}

/** A household within the places where the actor holds classes; undefined for any other. */
export async function findHousehold(reader: Reader, actor: Actor, id: string): Promise<HouseholdRow | undefined> {
	const [row] = await reader
		.select()
		.from(households)
		.where(and(eq(households.id, id), withinGrants(actor, classKeepers, households.placePath)));
	return row;
}

/** Those of these that there are, wherever they are. */
export function listHouseholdsById(reader: Reader, ids: string[]): Promise<HouseholdRow[]> {
	return reader.select().from(households).where(inArray(households.id, ids));
}

export async function findByFamilyCode(reader: Reader, code: string): Promise<HouseholdRow | undefined> {
	const [row] = await reader.select().from(households).where(eq(households.code, code));
	return row;
}

/** The household of a learner, with what she is in it. */
export async function findHouseholdOf(reader: Reader, learnerId: string) {
	const [found] = await reader
		.select({ household: households, member: householdMembers })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.where(eq(householdMembers.learnerId, learnerId));
	return found;
}

/** Households within the actor's places, by name. */
export function listHouseholds(
	reader: Reader,
	actor: Actor,
	{ after, limit }: { after: HouseholdRow | undefined; limit: number }
): Promise<HouseholdRow[]> {
	const keys = { sort: households.nameSort, id: households.id };
	return reader
		.select()
		.from(households)
		.where(
			and(
				withinGrants(actor, classKeepers, households.placePath),
				after && comesAfter(keys, { sort: after.nameSort, id: after.id })
			)
		)
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

/** Who lives in these households, the longest there first. */
export async function listRelatives(reader: Reader, householdIds: string[]): Promise<RelativeRow[]> {
	if (householdIds.length === 0) return [];
	return reader
		.select()
		.from(householdMembers)
		.where(inArray(householdMembers.householdId, householdIds))
		.orderBy(asc(householdMembers.joinedAt), asc(householdMembers.id));
}

/** All households of the actor's places, each with its members; one without any has one line with null. */
export function listForShares(reader: Reader, actor: Actor, roles: readonly Role[]) {
	return reader
		.select({
			householdId: households.id,
			placeId: households.placeId,
			learnerId: householdMembers.learnerId,
			guides: householdMembers.guides
		})
		.from(households)
		.leftJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.where(withinGrants(actor, roles, households.placePath));
}

export async function addRelative(tx: Writer, row: RelativeRow): Promise<void> {
	await tx.insert(householdMembers).values(row);
}

export async function changeRelative(tx: Writer, id: string, part: Partial<RelativeRow>): Promise<void> {
	await tx.update(householdMembers).set(part).where(eq(householdMembers.id, id));
}

/** She is in the household no longer, and nothing is left that says she was; one that nobody lives in goes too. */
export async function dropRelative(tx: Writer, { id, householdId }: RelativeRow): Promise<void> {
	await tx.delete(householdMembers).where(eq(householdMembers.id, id));
	const left = await listRelatives(tx, [householdId]);
	if (left.length === 0) await tx.delete(households).where(eq(households.id, householdId));
}

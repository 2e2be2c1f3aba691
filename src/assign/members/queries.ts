import { and, asc, eq, gt, gte, isNull } from 'drizzle-orm';
import { inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { joinCodes, memberships } from '../tables.ts';

export type MembershipRow = typeof memberships.$inferSelect;
export type JoinCodeRow = typeof joinCodes.$inferSelect;

const running = isNull(memberships.endedAt);

export async function addJoinCode(tx: Writer, row: JoinCodeRow): Promise<void> {
	await tx.insert(joinCodes).values(row);
}

/** Codes of an organisation that are good at a time. */
export function listJoinCodes(reader: Reader, placeId: string, now: Date): Promise<JoinCodeRow[]> {
	return reader
		.select()
		.from(joinCodes)
		.where(and(eq(joinCodes.placeId, placeId), isNull(joinCodes.endedAt), gt(joinCodes.endsAt, now)))
		.orderBy(asc(joinCodes.madeAt));
}

/** The code of this sign that is good at a time. */
export async function findJoinCode(reader: Reader, code: string, now: Date): Promise<JoinCodeRow | undefined> {
	const [row] = await reader
		.select()
		.from(joinCodes)
		.where(and(eq(joinCodes.code, code), isNull(joinCodes.endedAt), gt(joinCodes.endsAt, now)));
	return row;
}

export async function endJoinCode(tx: Writer, id: string, endedAt: Date): Promise<void> {
	await tx.update(joinCodes).set({ endedAt }).where(eq(joinCodes.id, id));
}

export async function addMembership(tx: Writer, row: MembershipRow): Promise<void> {
	await tx.insert(memberships).values(row);
}

export async function changeMembership(tx: Writer, id: string, part: Partial<MembershipRow>): Promise<void> {
	await tx.update(memberships).set(part).where(eq(memberships.id, id));
}

/** A membership that has not ended, whoever's it is. */
export async function findRunning(reader: Reader, id: string): Promise<MembershipRow | undefined> {
	const [row] = await reader
		.select()
		.from(memberships)
		.where(and(eq(memberships.id, id), running));
	return row;
}

/** A membership, ended or not. */
export async function findMembership(reader: Reader, id: string): Promise<MembershipRow | undefined> {
	const [row] = await reader.select().from(memberships).where(eq(memberships.id, id));
	return row;
}

/** How somebody belongs to an organisation now. */
export async function findMembershipAt(
	reader: Reader,
	{ placeId, learnerId }: { placeId: string; learnerId: string }
): Promise<MembershipRow | undefined> {
	const [row] = await reader
		.select()
		.from(memberships)
		.where(and(eq(memberships.placeId, placeId), eq(memberships.learnerId, learnerId), running));
	return row;
}

/** Every membership of somebody, ended ones too. */
export function listAllOf(reader: Reader, learnerId: string): Promise<MembershipRow[]> {
	return reader.select().from(memberships).where(eq(memberships.learnerId, learnerId));
}

/** Where somebody belongs now, the earliest first. */
export function listRunningOf(reader: Reader, learnerId: string): Promise<MembershipRow[]> {
	return reader
		.select()
		.from(memberships)
		.where(and(eq(memberships.learnerId, learnerId), running))
		.orderBy(asc(memberships.joinedAt), asc(memberships.id));
}

/** Who belongs to one organisation now. */
export function listMembersOf(reader: Reader, placeId: string): Promise<MembershipRow[]> {
	return reader
		.select()
		.from(memberships)
		.where(and(eq(memberships.placeId, placeId), running));
}

export interface MembershipFilter {
	readonly paths: readonly string[];
	/** Instead of those who belong there now, those whose time there ended at this instant or later. */
	readonly endedSince?: Date | null;
	readonly after?: string | undefined;
	readonly limit: number;
}

/** Who belongs to the organisations at these paths and below, each membership once, page by page in the order of their ids. */
export function listMemberships(
	reader: Reader,
	{ paths, endedSince = null, after, limit }: MembershipFilter
): Promise<MembershipRow[]> {
	return reader
		.select()
		.from(memberships)
		.where(
			and(
				liesWithin(memberships.placePath, paths),
				endedSince === null ? running : gte(memberships.endedAt, endedSince),
				after === undefined ? undefined : gt(memberships.id, after)
			)
		)
		.orderBy(asc(inByteOrder(memberships.id)))
		.limit(limit);
}

/** How many belong now to the organisations at a path and below. */
export function countMembers(reader: Reader, path: string): Promise<number> {
	return reader.$count(memberships, and(liesWithin(memberships.placePath, [path]), running));
}

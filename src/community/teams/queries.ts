import { and, asc, count, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { withinGrants, type Actor, type Role } from '../../platform/actor.ts';
import { comesAfter, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classKeepers } from '../community-house.ts';
import { teamInvitations, teamMembers, teams } from '../tables.ts';

export type TeamRow = typeof teams.$inferSelect;
export type MemberRow = typeof teamMembers.$inferSelect;
export type InvitationRow = typeof teamInvitations.$inferSelect;

const withinReach = (actor: Actor): SQL => withinGrants(actor, classKeepers, teams.placePath);

export async function addTeam(tx: Writer, row: TeamRow): Promise<void> {
	await tx.insert(teams).values(row);
}

export async function changeTeamRow(tx: Writer, id: string, part: Partial<TeamRow>): Promise<void> {
	await tx.update(teams).set(part).where(eq(teams.id, id));
}

/** A team within the actor's places; undefined for any other. */
export async function findTeam(reader: Reader, actor: Actor, id: string): Promise<TeamRow | undefined> {
	const [row] = await reader
		.select()
		.from(teams)
		.where(and(eq(teams.id, id), withinReach(actor)));
	return row;
}

/** A team, for whoever has proved by other means that it concerns her. */
export async function findTeamById(reader: Reader, id: string): Promise<TeamRow | undefined> {
	const [row] = await reader.select().from(teams).where(eq(teams.id, id));
	return row;
}

export async function findTeamByName(
	reader: Reader,
	{ placeId, nameFolded }: Pick<TeamRow, 'placeId' | 'nameFolded'>
): Promise<TeamRow | undefined> {
	const [row] = await reader
		.select()
		.from(teams)
		.where(and(eq(teams.placeId, placeId), eq(teams.nameFolded, nameFolded)));
	return row;
}

/** Teams within the actor's places, by name. */
export function listTeams(
	reader: Reader,
	actor: Actor,
	{ after, limit }: { after: TeamRow | undefined; limit: number }
): Promise<TeamRow[]> {
	const keys = { sort: teams.nameSort, id: teams.id };
	return reader
		.select()
		.from(teams)
		.where(and(withinReach(actor), after && comesAfter(keys, { sort: after.nameSort, id: after.id })))
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

export async function addMember(tx: Writer, row: MemberRow): Promise<void> {
	await tx.insert(teamMembers).values(row);
}

export async function changeMemberRow(tx: Writer, id: string, part: Partial<MemberRow>): Promise<void> {
	await tx.update(teamMembers).set(part).where(eq(teamMembers.id, id));
}

/** Everybody who is or was in a team, the longest there first. */
export function listMembers(reader: Reader, teamId: string): Promise<MemberRow[]> {
	return reader
		.select()
		.from(teamMembers)
		.where(eq(teamMembers.teamId, teamId))
		.orderBy(asc(teamMembers.joinedOn), asc(teamMembers.id));
}

export async function findMember(
	reader: Reader,
	{ teamId, id }: Pick<MemberRow, 'teamId' | 'id'>
): Promise<MemberRow | undefined> {
	const [row] = await reader
		.select()
		.from(teamMembers)
		.where(and(eq(teamMembers.id, id), eq(teamMembers.teamId, teamId)));
	return row;
}

/** The teams an account is in now, with what she is there. */
export function listMembershipsOf(reader: Reader, accountId: string) {
	return reader
		.select({ member: teamMembers, team: teams })
		.from(teamMembers)
		.innerJoin(teams, eq(teams.id, teamMembers.teamId))
		.where(and(eq(teamMembers.accountId, accountId), isNull(teamMembers.leftOn)))
		.orderBy(asc(teamMembers.joinedOn), asc(teamMembers.id));
}

/** How many are in each of these teams now. */
export async function countMembers(reader: Reader, teamIds: string[]): Promise<Map<string, number>> {
	if (teamIds.length === 0) return new Map();
	const rows = await reader
		.select({ id: teamMembers.teamId, members: count() })
		.from(teamMembers)
		.where(and(inArray(teamMembers.teamId, teamIds), isNull(teamMembers.leftOn)))
		.groupBy(teamMembers.teamId);
	return new Map(rows.map(({ id, members }) => [id, members]));
}

export interface CountFilter {
	readonly roles: readonly Role[];
	/** Whoever had joined by this day and had not left. */
	readonly day: string;
	readonly path: string | undefined;
}

/** How many were in the teams of the actor's places on a day, by whom they come from. */
export async function countOn(
	reader: Reader,
	actor: Actor,
	{ roles, day, path }: CountFilter
): Promise<Map<string, number>> {
	const rows = await reader
		.select({ sponsor: teamMembers.sponsor, members: count() })
		.from(teamMembers)
		.innerJoin(teams, eq(teams.id, teamMembers.teamId))
		.where(
			and(
				withinGrants(actor, roles, teams.placePath),
				path === undefined ? undefined : liesWithin(teams.placePath, [path]),
				lte(teamMembers.joinedOn, day),
				or(isNull(teamMembers.leftOn), gt(teamMembers.leftOn, day))
			)
		)
		.groupBy(teamMembers.sponsor);
	return new Map(rows.map(({ sponsor, members }) => [sponsor, members]));
}

export async function addInvitation(tx: Writer, row: InvitationRow): Promise<void> {
	await tx.insert(teamInvitations).values(row);
}

export async function findInvitation(reader: Reader, codeMark: string): Promise<InvitationRow | undefined> {
	const [row] = await reader.select().from(teamInvitations).where(eq(teamInvitations.codeMark, codeMark));
	return row;
}

export async function useInvitation(tx: Writer, codeMark: string, usedAt: Date): Promise<void> {
	await tx.update(teamInvitations).set({ usedAt }).where(eq(teamInvitations.codeMark, codeMark));
}

import { mayActIn, type Actor, type Role } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { classKeepers } from '../community-house.ts';
import { findTeam, listMembershipsOf, type TeamRow } from './queries.ts';
import { noSuchTeam, notYourMembers, notYourTeam } from './refusals.ts';

/** Roles that make teams, name their leads and see figures over all of them. */
export const teamManagers = ['officer', 'administrator'] as const satisfies readonly Role[];

export type TeamParts = Pick<TeamRow, 'id' | 'placePath'>;

/** An act on a team, for the trail of its place. */
export function actOnTeam(actor: Actor, action: Act['action'], { id, placePath }: TeamParts): Act {
	return { doer: doerOf(actor, classKeepers, placePath), action, subject: { kind: 'team', id }, placePath };
}

export function mayManage(actor: Actor, { placePath }: TeamParts): boolean {
	return actor.accountId !== null && mayActIn(actor, teamManagers, placePath);
}

/** Whether the actor looks after a team's members: a lead of it who still is a helper there, or whoever may manage it. */
export async function mayLead(reader: Reader, actor: Actor, team: TeamParts): Promise<boolean> {
	if (mayManage(actor, team)) return true;
	if (!mayActIn(actor, classKeepers, team.placePath)) return false;
	return isLead(reader, actor.accountId, team.id);
}

export async function isLead(reader: Reader, accountId: string | null, teamId: string): Promise<boolean> {
	if (accountId === null) return false;
	return (await listMembershipsOf(reader, accountId)).some(({ member, team }) => team.id === teamId && member.lead);
}

/** The team, for whoever makes and changes teams in its place. */
export async function managedTeam(reader: Reader, actor: Actor, id: string): Promise<TeamRow> {
	const team = await findTeam(reader, actor, id);
	if (!team) throw noSuchTeam();
	if (!mayManage(actor, team)) throw notYourTeam();
	return team;
}

/** The team, for whoever looks after its members. */
export async function ledTeam(reader: Reader, actor: Actor, id: string): Promise<TeamRow> {
	const team = await findTeam(reader, actor, id);
	if (!team) throw noSuchTeam();
	if (!(await mayLead(reader, actor, team))) throw notYourMembers();
	return team;
}

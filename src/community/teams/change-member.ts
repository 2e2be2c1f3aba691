import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { endRoleOf } from './keep-team.ts';
import { changeMemberRow, findMember, findTeamById, type MemberRow, type TeamRow } from './queries.ts';
import { noSuchMember, noSuchTeam, notYourTeam } from './refusals.ts';
import type { ChangedMember } from './schemas.ts';
import { readChangedMember, readLeavingDay } from './typed-team.ts';
import { actOnTeam, ledTeam, mayManage } from './who-may.ts';

interface Whose {
	id: string;
	memberId: string;
}

/** Changes what is kept of a member. Who leads the team is for officers and administrators to say. */
export async function changeMember(
	house: CommunityHouse,
	actor: Actor,
	{ id, memberId, ...typed }: ChangedMember & Whose
): Promise<void> {
	const parts = readChangedMember(typed, { rules: house.catalog.communityRules(), now: house.clock.now() });
	await house.store.transact(async (tx) => {
		const team = await ledTeam(tx, actor, id);
		const member = await presentMember(tx, { id, memberId });
		const lead = typed.lead ?? member.lead;
		if (lead !== member.lead && !mayManage(actor, team)) throw notYourTeam();
		await changeMemberRow(tx, memberId, { ...parts, lead });
		await recordAct(tx, house, { ...actOnTeam(actor, 'community.team-member-changed', team), details: { lead } });
	});
}

/**
 * She leaves the team, or is taken out by whoever looks after its members; her phone number is deleted, and the role that
 * came with the team ends. When she was in it stays: hours and headcounts look back.
 */
export async function leaveTeam(
	house: CommunityHouse,
	actor: Actor,
	{ id, memberId, leftOn }: Whose & { leftOn?: string | undefined }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { team, member } = await leavable(tx, actor, { id, memberId });
		const day = readLeavingDay(leftOn, { joinedOn: member.joinedOn, now: house.clock.now() });
		await endRoleOf(house, tx, { actor, team, member });
		await changeMemberRow(tx, memberId, { leftOn: day, lead: false, phone: null, grantId: null });
		await recordAct(tx, house, actOnTeam(actor, 'community.team-left', team));
	});
}

/** Her own membership, wherever she is; another's only for those who look after the members. */
async function leavable(
	tx: Writer,
	actor: Actor,
	{ id, memberId }: Whose
): Promise<{ team: TeamRow; member: MemberRow }> {
	const own = await findMember(tx, { teamId: id, id: memberId });
	if (own && own.accountId === actor.accountId && own.leftOn === null) {
		const team = await findTeamById(tx, id);
		if (!team) throw noSuchTeam();
		return { team, member: own };
	}
	return { team: await ledTeam(tx, actor, id), member: await presentMember(tx, { id, memberId }) };
}

async function presentMember(tx: Writer, { id, memberId }: Whose): Promise<MemberRow> {
	const member = await findMember(tx, { teamId: id, id: memberId });
	if (!member || member.leftOn !== null) throw noSuchMember();
	return member;
}

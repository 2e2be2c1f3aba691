import { giveHelperRole, holdsRole } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { newCardCode, readCardCode, writtenCardCode } from '../helped/card-code.ts';
import { notYourPlace } from '../refusals.ts';
import {
	addInvitation,
	addMember,
	findInvitation,
	findTeamById,
	listMembershipsOf,
	useInvitation,
	type InvitationRow,
	type TeamRow
} from './queries.ts';
import { alreadyMember, noSuchInvitation } from './refusals.ts';
import type { Invitation, NewMembership } from './schemas.ts';
import { readMember } from './typed-team.ts';
import { actOnTeam, isLead, ledTeam, teamManagers } from './who-may.ts';

/** Long enough to tell somebody at the next meeting. */
const goodForDays = 7;

/**
 * Makes a code by which one person comes into the team. Nobody is looked up: whoever gives the code learns no more than
 * the name of the one who used it, and she herself says yes by typing it.
 */
export async function invite(house: CommunityHouse, actor: Actor, teamId: string): Promise<Invitation> {
	const now = house.clock.now();
	const expiresAt = new Date(now.getTime() + goodForDays * 24 * 3_600_000);
	const code = newCardCode();
	return house.store.transact(async (tx) => {
		const team = await ledTeam(tx, actor, teamId);
		if (actor.accountId === null) throw notYourPlace();
		const codeMark = markOf(house, code);
		await addInvitation(tx, { codeMark, teamId, madeBy: actor.accountId, madeAt: now, expiresAt, usedAt: null });
		await recordAct(tx, house, actOnTeam(actor, 'community.team-invited', team));
		return {
			team: { id: team.id, name: team.name },
			code: writtenCardCode(code),
			expiresAt: expiresAt.toISOString()
		};
	});
}

/** Keyed, so that a copy of the database opens no team. */
function markOf({ secrets }: Pick<House, 'secrets'>, code: string): string {
	return secrets.mark('team-invitation', code);
}

/**
 * Whoever types a code that she was given is in the team from today on, and a helper of its place. Returns the team's
 * id. The code is used up, and good only while the one who gave it may still give it.
 */
export async function joinTeam(house: CommunityHouse, actor: Actor, typed: NewMembership): Promise<string> {
	const now = house.clock.now();
	const codeMark = markOf(house, readCardCode(typed.code));
	await invitedTeam(house.store.read, { codeMark, now });
	const parts = readMember(typed, { rules: house.catalog.communityRules() });
	const { accountId } = actor;
	if (accountId === null) throw noSuchInvitation();
	return house.store.transact(async (tx) => {
		const { team, invitation } = await invitedTeam(tx, { codeMark, now });
		if ((await listMembershipsOf(tx, accountId)).some((each) => each.team.id === team.id))
			throw alreadyMember({ values: { name: team.name } });
		await useInvitation(tx, codeMark, now);
		const place = { id: team.placeId, path: team.placePath };
		const doer = doerOf(actor, [], team.placePath);
		const invitedBy = invitation.madeBy;
		const grantId = await giveHelperRole(tx, house, { accountId, place, grantedBy: invitedBy, doer });
		const [id, joinedOn] = [newId(), dayInVietNam(now)];
		const member = { ...parts, id, teamId: team.id, accountId, lead: false, joinedOn, leftOn: null };
		await addMember(tx, { ...member, grantId, invitedBy });
		await recordAct(tx, house, { ...actOnTeam(actor, 'community.team-joined', team), doer });
		return team.id;
	});
}

async function invitedTeam(
	reader: Reader,
	{ codeMark, now }: { codeMark: string; now: Date }
): Promise<{ team: TeamRow; invitation: InvitationRow }> {
	const invitation = await findInvitation(reader, codeMark);
	const isGood = invitation !== undefined && invitation.usedAt === null && invitation.expiresAt > now;
	const team = isGood ? await findTeamById(reader, invitation.teamId) : undefined;
	if (!invitation || !team || !(await mayStillInvite(reader, invitation.madeBy, team)))
		throw noSuchInvitation({ fields: [{ field: 'code', code: 'teams.no-such-invitation' }] });
	return { team, invitation };
}

async function mayStillInvite(reader: Reader, accountId: string, { id, placePath }: TeamRow): Promise<boolean> {
	if (await holdsRole(reader, accountId, { roles: teamManagers, placePath })) return true;
	const helps = await holdsRole(reader, accountId, { roles: ['helper'], placePath });
	return helps && (await isLead(reader, accountId, id));
}

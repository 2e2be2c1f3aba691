import { endHelperRole, giveHelperRole } from '../../identity/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { placeFor } from '../plan-class.ts';
import { notYourPlace } from '../refusals.ts';
import {
	addTeam,
	changeMemberRow,
	changeTeamRow,
	findTeamByName,
	listMembers,
	listMembershipsOf,
	type MemberRow,
	type TeamRow
} from './queries.ts';
import { teamExists } from './refusals.ts';
import type { TypedTeam } from './schemas.ts';
import { readTeam } from './typed-team.ts';
import { actOnTeam, managedTeam, teamManagers } from './who-may.ts';

/** Makes a team of a place; one of that name there already is told. Returns its id. */
export async function makeTeam(house: CommunityHouse, actor: Actor, typed: TypedTeam): Promise<string> {
	const parts = readTeam(typed, { rules: house.catalog.communityRules() });
	const make = () =>
		house.store.transact(async (tx) => {
			const place = await managedPlace(house, tx, { actor, placeId: typed.placeId });
			await refuseSame(tx, { ...parts, placeId: place.id });
			if (actor.accountId === null) throw notYourPlace();
			const made = { madeBy: actor.accountId, madeAt: house.clock.now() };
			const row: TeamRow = { id: newId(), ...parts, placeId: place.id, placePath: place.path, ...made };
			await addTeam(tx, row);
			await recordAct(tx, house, actOnTeam(actor, 'community.team-made', row));
			return row.id;
		});
	// Of two who make the same team at once, the second one is told of the first one's.
	return make().catch((error: unknown) => {
		if (isUniqueViolation(error)) return make();
		throw error;
	});
}

/** Changes kind, name and place of a team. Where it moves, the roles that came with it move too. */
export async function changeTeam(house: CommunityHouse, actor: Actor, typed: TypedTeam & { id: string }) {
	const parts = readTeam(typed, { rules: house.catalog.communityRules() });
	await house.store.transact(async (tx) => {
		const team = await managedTeam(tx, actor, typed.id);
		const moves = team.placeId !== typed.placeId;
		const place = moves
			? await managedPlace(house, tx, { actor, placeId: typed.placeId })
			: { id: team.placeId, path: team.placePath };
		await refuseSame(tx, { ...parts, placeId: place.id }, team.id);
		const moved = { ...team, ...parts, placeId: place.id, placePath: place.path };
		await changeTeamRow(tx, team.id, moved);
		if (moves) await moveRoles(house, tx, { actor, team, to: place });
		await recordAct(tx, house, { ...actOnTeam(actor, 'community.team-changed', moved), details: { moved: moves } });
	});
}

async function managedPlace(
	{ clock }: CommunityHouse,
	tx: Writer,
	{ actor, placeId }: { actor: Actor; placeId: string }
) {
	const place = await placeFor(tx, actor, { placeId, day: dayInVietNam(clock.now()) });
	if (mayActIn(actor, teamManagers, place.path)) return place;
	throw notYourPlace({ fields: [{ field: 'placeId', code: 'community.not-your-place' }] });
}

async function refuseSame(
	reader: Reader,
	wanted: Pick<TeamRow, 'placeId' | 'nameFolded'>,
	besides?: string
): Promise<void> {
	const same = await findTeamByName(reader, wanted);
	if (!same || same.id === besides) return;
	throw teamExists({ fields: [{ field: 'name', code: 'teams.exists' }], extra: { teamId: same.id } });
}

async function moveRoles(
	house: CommunityHouse,
	tx: Writer,
	{ actor, team, to }: { actor: Actor; team: TeamRow; to: { id: string; path: string } }
): Promise<void> {
	const grantedBy = actor.accountId;
	if (grantedBy === null) throw notYourPlace();
	for (const member of (await listMembers(tx, team.id)).filter(({ leftOn }) => leftOn === null)) {
		await endRoleOf(house, tx, { actor, team, member });
		const { doer } = actOnTeam(actor, 'community.team-changed', { ...team, placePath: to.path });
		const grantId = await giveHelperRole(tx, house, { accountId: member.accountId, place: to, grantedBy, doer });
		await changeMemberRow(tx, member.id, { grantId });
	}
}

/**
 * Ends the role that came with a membership. Where she is in another team of the same place that brought her none, it
 * goes over to that membership instead; a role that somebody gave her otherwise stays.
 */
export async function endRoleOf(
	house: CommunityHouse,
	tx: Writer,
	{ actor, team, member }: { actor: Actor; team: TeamRow; member: MemberRow }
): Promise<void> {
	const { grantId } = member;
	if (grantId === null) return;
	const others = await listMembershipsOf(tx, member.accountId);
	// One that came with the other team is newer: this one was ended meanwhile by somebody else.
	const other = others.find(
		(each) => each.team.id !== team.id && each.team.placeId === team.placeId && each.member.grantId === null
	);
	if (other) return changeMemberRow(tx, other.member.id, { grantId });
	const { doer } = actOnTeam(actor, 'community.team-changed', team);
	await endHelperRole(tx, house, { grantId, doer });
}

import { listAccountNames, listLearnersOf } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { vietnameseSortKey } from '../../platform/text.ts';
import type { CommunityHouse } from '../community-house.ts';
import { whoFinishedFieldLesson } from '../field-lesson.ts';
import { nameOf } from '../rule-names.ts';
import {
	countMembers,
	findTeam,
	listMembers,
	listMembershipsOf,
	listTeams,
	type MemberRow,
	type TeamRow
} from './queries.ts';
import { noSuchTeam } from './refusals.ts';
import type { Member, TeamList, TeamSummary, TeamView } from './schemas.ts';
import { actOnTeam, mayLead, mayManage } from './who-may.ts';

const pageSize = 50;

/** The teams of the actor's places, by name; nobody's name in it. */
export async function readTeams(house: CommunityHouse, actor: Actor, after?: string): Promise<TeamList> {
	const { read } = house.store;
	const last = after === undefined ? undefined : await findTeam(read, actor, after);
	if (after !== undefined && !last) throw noSuchTeam();
	const found = await listTeams(read, actor, { after: last, limit: pageSize + 1 });
	const page = found.slice(0, pageSize);
	return {
		teams: await summariesOf(house, read, { actor, rows: page }),
		next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
	};
}

/** One team with its members, for those who hold classes in its place; that it was looked at is written down with it. */
export async function readTeam(house: CommunityHouse, actor: Actor, id: string): Promise<TeamView> {
	return house.store.transact(async (tx) => {
		const team = await findTeam(tx, actor, id);
		const [summary] = team ? await summariesOf(house, tx, { actor, rows: [team] }) : [];
		if (!team || !summary) throw noSuchTeam();
		const may = { manage: mayManage(actor, team), lead: await mayLead(tx, actor, team) };
		const rows = await listMembers(tx, id);
		const people = await membersOf(house, tx, { actor, rows: rows.filter(({ leftOn }) => leftOn === null) });
		const former = may.lead
			? await membersOf(house, tx, { actor, rows: rows.filter(({ leftOn }) => leftOn !== null) })
			: [];
		await recordAct(tx, house, actOnTeam(actor, 'community.team-viewed', team));
		return { ...summary, people, former, may };
	});
}

interface Asked<Row> {
	actor: Actor;
	rows: Row[];
}

async function summariesOf(
	{ clock, catalog }: CommunityHouse,
	reader: Reader,
	{ actor, rows }: Asked<TeamRow>
): Promise<TeamSummary[]> {
	const today = dayInVietNam(clock.now());
	const { teamKinds } = catalog.communityRules();
	const counts = await countMembers(
		reader,
		rows.map(({ id }) => id)
	);
	const mine = actor.accountId === null ? [] : await listMembershipsOf(reader, actor.accountId);
	const found = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const places = new Map(found.map((place) => [place.id, place]));
	return rows.map(({ id, kind, name, placeId }) => {
		const place = places.get(placeId);
		const ended = place !== undefined && place.validTo !== null && place.validTo < today;
		const own = mine.find(({ team }) => team.id === id)?.member;
		return {
			id,
			kind: nameOf(teamKinds, kind, actor.lang),
			name,
			place: { id: placeId, name: place?.name ?? '', ended },
			members: counts.get(id) ?? 0,
			mine: own ? { id: own.id, lead: own.lead } : null
		};
	});
}

async function membersOf(house: CommunityHouse, reader: Reader, { actor, rows }: Asked<MemberRow>): Promise<Member[]> {
	const { sponsors } = house.catalog.communityRules();
	const accountIds = rows.map(({ accountId }) => accountId);
	const names = await listAccountNames(reader, accountIds);
	const learners = await listLearnersOf(reader, accountIds);
	const trained = await whoFinishedFieldLesson(house, reader, [...learners.values()]);
	const members = rows.map(({ id, accountId, sponsor, sponsorWords, area, phone, lead, joinedOn, leftOn }) => ({
		...{ id, sponsorWords, area, phone, lead, joinedOn, leftOn },
		name: names.get(accountId) ?? null,
		sponsor: nameOf(sponsors, sponsor, actor.lang),
		trained: trained.has(learners.get(accountId) ?? ''),
		mine: accountId === actor.accountId
	}));
	const key = ({ name }: Member) => vietnameseSortKey(name ?? '');
	return members.sort((a, b) => Number(b.lead) - Number(a.lead) || (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

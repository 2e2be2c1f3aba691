import { listAccountNames } from '../../identity/index.ts';
import { findPlace } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import { say } from '../../platform/messages/index.ts';
import { vietnameseSortKey } from '../../platform/text.ts';
import type { CommunityHouse } from '../community-house.ts';
import { findTeam, listMembers, type MemberRow } from '../teams/queries.ts';
import { noSuchTeam } from '../teams/refusals.ts';
import { actOnTeam, mayLead } from '../teams/who-may.ts';
import { spanOfMonth } from './months.ts';
import { listHelpTimes, listTaught } from './queries.ts';
import type { TeamHours } from './schemas.ts';
import { sumOf, type Work } from './sum-hours.ts';

type Line = TeamHours['members'][number];

/**
 * What each member of a team did in a month, within the team's place and while she was in the team: visits, help at the
 * desk, and classes that she planned or took attendance in. A member who leads nothing sees herself only.
 */
export async function readHours(
	house: CommunityHouse,
	actor: Actor,
	{ id, month }: { id: string; month: string }
): Promise<TeamHours> {
	const span = spanOfMonth(month);
	return house.store.transact(async (tx) => {
		const team = await findTeam(tx, actor, id);
		if (!team) throw noSuchTeam();
		const all = await mayLead(tx, actor, team);
		const members = (await listMembers(tx, id)).filter(
			(member) => wasThere(member, month) && (all || member.accountId === actor.accountId)
		);
		const writerIds = [...new Set(members.map(({ accountId }) => accountId))];
		const where = { path: team.placePath, ...span };
		const usual = house.catalog.communityRules().classMinutes.value;
		const taught = await listTaught(tx, where);
		const work: Work[] = [
			...(await listHelpTimes(tx, { ...where, writerIds })),
			...taught.map(({ minutes, ...session }) => ({ ...session, kind: 'class' as const, minutes: minutes ?? usual }))
		];
		const names = await listAccountNames(tx, writerIds);
		const place = await findPlace(tx, team.placeId);
		await recordAct(tx, house, { ...actOnTeam(actor, 'community.hours-viewed', team), details: { month } });
		const lines = members.map((member) => ({
			id: member.id,
			name: names.get(member.accountId) ?? null,
			...sumOf(work, member)
		}));
		return {
			team: { id, name: team.name },
			place: { id: team.placeId, name: place?.name ?? '' },
			month,
			members: inOrder(lines)
		};
	});
}

/** Whether her days in the team and the month have one in common. */
function wasThere({ joinedOn, leftOn }: MemberRow, month: string): boolean {
	return joinedOn.slice(0, 7) <= month && (leftOn === null || leftOn.slice(0, 7) >= month);
}

function inOrder(lines: Line[]): Line[] {
	const key = ({ name }: Line) => vietnameseSortKey(name ?? '');
	return lines.sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** The same as a file, a line for each member, times in minutes. */
export async function exportHours(
	house: CommunityHouse,
	actor: Actor,
	asked: { id: string; month: string }
): Promise<string> {
	const { members, team, month } = await readHours(house, actor, asked);
	const names = ['team', 'month', 'name', 'visits', 'visit-minutes', 'desk', 'desk-minutes', 'classes'];
	const head = [...names, 'class-minutes', 'all-minutes'].map((name) => say(actor.lang, `visits.column-${name}`));
	const lines = members.map(({ name, visits, desk, classes, minutes }) =>
		csvLine([
			...[team.name, month, name, visits.count, visits.minutes, desk.count, desk.minutes],
			...[classes.count, classes.minutes, minutes]
		])
	);
	return byteOrderMark + csvLine(head) + lines.join('');
}

/** What such a file is called; nobody's name in it. */
export function fileOf({ clock }: CommunityHouse, { lang }: Actor, name: 'file-log' | 'file-hours'): string {
	return `${say(lang, `visits.${name}`)}-${dayInVietNam(clock.now())}.csv`;
}

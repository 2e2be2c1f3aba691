import type { Phone } from './an-app.ts';
import { giveRole, good, neighbours, someone, type Neighbours } from './classes.ts';

/** The first commune's officer, and a team of its first village that she made. */
export interface WithTeam extends Neighbours {
	officer: Phone;
	team: string;
}

export const aTeam = { kind: 'cong-nghe-so', name: 'Tổ thôn Đông' };
export const fromTheYouth = { sponsor: 'doan-thanh-nien', area: 'xóm trên, số nhà 1–40', phone: '+84 912 345 678' };

export async function withTeam(): Promise<WithTeam> {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Đỗ Thị Cán', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	const { id } = good(await officer.call('POST', '/teams', { ...aTeam, placeId: all.villages[0] }));
	return { ...all, officer, team: id };
}

/** Somebody signs up and comes into the team by a code that this one made. */
export async function joinBy(all: WithTeam, giver: Phone, name: string, team = all.team): Promise<Phone> {
	const phone = await someone(all.app, { name });
	await join(giver, phone, team);
	return phone;
}

export async function join(giver: Phone, phone: Phone, team: string): Promise<void> {
	const { code } = good(await giver.call('POST', `/teams/${team}/invitations`, {}));
	good(await phone.call('POST', '/team-memberships', { code, ...fromTheYouth }));
}

/** The membership of somebody of this name, as whoever looks after the team sees it. */
export async function memberOf({ officer, team }: WithTeam, name: string, id = team) {
	const { people, former } = good(await officer.call('GET', `/teams/${id}`));
	return [...people, ...former].find((person) => person.name === name);
}

/** An officer names her lead of the team. */
export async function makeLead(all: WithTeam, name: string): Promise<void> {
	const { id } = await memberOf(all, name);
	const kept = { sponsor: 'hoi-phu-nu', joinedOn: '2026-11-01', lead: true };
	good(await all.officer.call('PUT', `/teams/${all.team}/members/${id}`, kept));
}

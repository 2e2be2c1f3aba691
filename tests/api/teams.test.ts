import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { teamInvitations, teamMembers } from '../../src/community/tables.ts';
import { grants } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { accountOf, giveRole, good, neighbours, someone } from '../support/classes.ts';
import { writeDown } from '../support/helped.ts';
import { finishFieldLesson } from '../support/people.ts';
import { aTeam, fromTheYouth, join, joinBy, makeLead, memberOf, withTeam, type WithTeam } from '../support/teams.ts';

const helps = async ({ app }: WithTeam, accountId: string) =>
	app.house.store.read
		.select()
		.from(grants)
		.where(and(eq(grants.accountId, accountId), eq(grants.role, 'helper'), isNull(grants.endedAt)));

const leave = (all: WithTeam, phone: WithTeam['root'], memberId: string, body: object = {}) =>
	phone.call('POST', `/teams/${all.team}/members/${memberId}/leaving`, body);

describe('a team', () => {
	it('is made by an officer of the place, under the name such teams have there', async () => {
		const all = await withTeam();
		const seen = good(await all.officer.call('GET', `/teams/${all.team}`));
		expect(seen).toMatchObject({
			name: aTeam.name,
			kind: { id: 'cong-nghe-so', name: 'Tổ công nghệ số cộng đồng' },
			place: { name: 'Thôn Đông', ended: false },
			people: [],
			may: { manage: true, lead: true }
		});
		expect(good(await all.helper.call('GET', '/teams')).teams).toMatchObject([
			{ id: all.team, members: 0, mine: null }
		]);
		expect(good(await all.neighbour.call('GET', '/teams')).teams).toEqual([]);
	});

	it.each([
		[{ kind: 'khong-co' }, 'kind'],
		[{ name: ' ' }, 'name'],
		[{ name: 'x'.repeat(81) }, 'name'],
		[{ placeId: '' }, 'placeId']
	])('refuses %j and says which field is meant', async (part, field) => {
		const all = await withTeam();
		const typed = { ...aTeam, name: 'Tổ khác', placeId: all.villages[0], ...part };
		const answer = await all.officer.call('POST', '/teams', typed);
		expect(answer).toMatchObject({ status: 400, body: { fields: [{ field }] } });
		expect(answer.body.fields[0].message).toMatch(/[.]$/);
	});

	it('sent twice is one, and its name is taken in its place only', async () => {
		const all = await withTeam();
		const again = await all.officer.call('POST', '/teams', {
			...aTeam,
			name: 'to thon dong',
			placeId: all.villages[0]
		});
		expect(again).toMatchObject({ status: 409, body: { code: 'teams.exists', teamId: all.team } });
		good(await all.officer.call('POST', '/teams', { ...aTeam, placeId: all.villages[1] }));
	});

	it('is made and changed by nobody else', async () => {
		const all = await withTeam();
		const typed = { ...aTeam, name: 'Tổ khác', placeId: all.villages[0] };
		expect((await all.helper.call('POST', '/teams', typed)).status).toBe(403);
		expect((await all.officer.call('POST', '/teams', { ...typed, placeId: all.elsewhere })).status).toBe(403);
		expect((await all.helper.call('PUT', `/teams/${all.team}`, typed)).status).toBe(403);
		expect((await all.neighbour.call('GET', `/teams/${all.team}`)).body.code).toBe('teams.no-such-team');
		const far = await someone(all.app, { name: 'Vi Thị Xa', placeId: all.elsewhere });
		await giveRole(all, far, { role: 'officer', placeId: all.elsewhere });
		for (const [method, path, body] of [
			['PUT', `/teams/${all.team}`, typed],
			['POST', `/teams/${all.team}/invitations`, {}]
		] as const)
			expect((await far.call(method, path, body)).body.code).toBe('teams.no-such-team');
	});
});

describe('coming into a team', () => {
	it('is by a code for one person, brings the role of a helper there, and tells the lead no more than what she wrote', async () => {
		const all = await withTeam();
		const phone = await joinBy(all, all.officer, 'Ngô Thị Mai');
		const [grant] = await helps(all, await accountOf(phone));
		expect(grant).toMatchObject({ placeId: all.villages[0], grantedBy: await accountOf(all.officer) });
		expect(await memberOf(all, 'Ngô Thị Mai')).toMatchObject({
			sponsor: { id: 'doan-thanh-nien', name: 'Đoàn Thanh niên' },
			area: fromTheYouth.area,
			phone: '0912345678',
			lead: false,
			joinedOn: '2026-11-23',
			leftOn: null,
			trained: false
		});
		const trail = await all.app.house.store.read.select().from(auditEntries);
		const acts = trail.map(({ action }) => action);
		expect(acts).toEqual(expect.arrayContaining(['community.team-invited', 'identity.grant-given']));
		expect(JSON.stringify(trail)).not.toMatch(/Mai|0912345678|xóm trên/);
	});

	it('needs a code that was not used, is not old, and whose giver may still give it', async () => {
		const all = await withTeam();
		const use = async (code: string) => {
			const person = await someone(all.app, { name: 'Ngô Văn Thử' });
			return (await person.call('POST', '/team-memberships', { code, ...fromTheYouth })).body.code;
		};
		const drawn = async (giver = all.officer) =>
			good(await giver.call('POST', `/teams/${all.team}/invitations`, {})).code as string;
		const used = await drawn();
		expect(await use(used.toLowerCase().replace('-', ' '))).toBeUndefined();
		for (const code of [used, 'AAAAA-AAAAA', '', 'xyz']) expect(await use(code)).toBe('teams.no-such-invitation');
		const lead = await joinBy(all, all.officer, 'Ngô Thị Trưởng');
		await makeLead(all, 'Ngô Thị Trưởng');
		const ofLead = await drawn(lead);
		await leave(all, all.officer, (await memberOf(all, 'Ngô Thị Trưởng')).id);
		expect(await use(ofLead)).toBe('teams.no-such-invitation');
		const old = await drawn();
		all.app.house.clock.pass(8 * 24 * 3_600_000);
		expect(await use(old)).toBe('teams.no-such-invitation');
		expect(JSON.stringify(await all.app.house.store.read.select().from(teamInvitations))).not.toContain(
			old.slice(0, 5)
		);
	});

	it('is slowed where somebody guesses', async () => {
		const all = await withTeam();
		const guesser = await someone(all.app, { name: 'Ngô Văn Đoán' });
		const answers = [];
		for (let i = 0; i < 13; i++)
			answers.push((await guesser.call('POST', '/team-memberships', { code: 'AAAAA-AAAAB', ...fromTheYouth })).status);
		expect(answers.slice(0, 12).every((status) => status === 404)).toBe(true);
		expect(answers.at(-1)).toBe(429);
	});

	it.each([
		[{ sponsor: 'khong-co' }, 'sponsor'],
		[{ phone: '12345' }, 'phone'],
		[{ area: 'x'.repeat(121) }, 'area']
	])('refuses %j, keeps the code good, and says which field is meant', async (part, field) => {
		const all = await withTeam();
		const { code } = good(await all.officer.call('POST', `/teams/${all.team}/invitations`, {}));
		const phone = await someone(all.app, { name: 'Ngô Thị Mai' });
		const typed = { code, ...fromTheYouth };
		expect(await phone.call('POST', '/team-memberships', { ...typed, ...part })).toMatchObject({
			status: 400,
			body: { fields: [{ field }] }
		});
		good(await phone.call('POST', '/team-memberships', typed));
		expect(await all.app.house.store.read.$count(teamMembers)).toBe(1);
	});

	it('twice is said kindly, and the code stays good for somebody else', async () => {
		const all = await withTeam();
		const phone = await joinBy(all, all.officer, 'Ngô Thị Mai');
		const { code } = good(await all.officer.call('POST', `/teams/${all.team}/invitations`, {}));
		const again = await phone.call('POST', '/team-memberships', { code, ...fromTheYouth });
		expect(again.body).toMatchObject({ code: 'teams.already-member', title: expect.stringContaining('Tổ thôn Đông') });
		const other = await someone(all.app, { name: 'Ngô Thị Hai' });
		good(await other.call('POST', '/team-memberships', { code, ...fromTheYouth }));
	});
});

describe('a lead', () => {
	it('is named by an officer, asks people in and changes members, but gives no other role and names no lead', async () => {
		const all = await withTeam();
		const lead = await joinBy(all, all.officer, 'Ngô Thị Trưởng');
		await finishFieldLesson(all.app.house, await accountOf(lead));
		expect((await lead.call('POST', `/teams/${all.team}/invitations`, {})).body.code).toBe('teams.not-your-members');
		await makeLead(all, 'Ngô Thị Trưởng');
		const mai = await joinBy(all, lead, 'Ngô Thị Mai');
		const { id } = await memberOf(all, 'Ngô Thị Mai');
		const path = `/teams/${all.team}/members/${id}`;
		const kept = { sponsor: 'khac', sponsorWords: 'Nghỉ hưu', joinedOn: '2025-05-01' };
		expect(good(await lead.call('PUT', path, kept)).people[1]).toMatchObject({ sponsorWords: 'Nghỉ hưu', phone: null });
		expect((await lead.call('PUT', path, { ...kept, lead: true })).body.code).toBe('teams.not-your-team');
		for (const joinedOn of ['2026-11-24', '1999-12-31', 'hôm qua', ''])
			expect((await lead.call('PUT', path, { ...kept, joinedOn })).body.fields[0].field).toBe('joinedOn');
		const grant = { accountId: await accountOf(mai), role: 'helper', placeId: all.villages[0] };
		expect((await lead.call('POST', '/grants', grant)).status).toBe(403);
		expect((await lead.call('GET', `/accounts/${await accountOf(all.officer)}`)).status).toBe(404);
	});
});

describe('leaving a team', () => {
	it('ends the role that came with it and forgets the phone; the days stay', async () => {
		const all = await withTeam();
		const phone = await joinBy(all, all.officer, 'Ngô Thị Mai');
		const { id } = await memberOf(all, 'Ngô Thị Mai');
		expect((await leave(all, all.neighbour, id)).status).toBe(404);
		expect((await leave(all, all.helper, id)).body.code).toBe('teams.not-your-members');
		good(await leave(all, phone, id));
		expect(await helps(all, await accountOf(phone))).toEqual([]);
		expect(await memberOf(all, 'Ngô Thị Mai')).toMatchObject({ phone: null, leftOn: '2026-11-23' });
		expect((await phone.call('GET', '/teams')).status).toBe(403);
		expect((await leave(all, phone, id)).status).toBe(404);
		await join(all.officer, phone, all.team);
		expect(await helps(all, await accountOf(phone))).toHaveLength(1);
	});

	it('leaves a role alone that was given otherwise, and goes over to another team of the place', async () => {
		const all = await withTeam();
		const given = await someone(all.app, { name: 'Ngô Thị Giao' });
		await giveRole(all, given, { role: 'helper', placeId: all.villages[0] });
		await join(all.officer, given, all.team);
		good(await leave(all, given, (await memberOf(all, 'Ngô Thị Giao')).id));
		expect(await helps(all, await accountOf(given))).toHaveLength(1);

		const second = { ...aTeam, name: 'Đội tình nguyện', placeId: all.villages[0] };
		const { id: other } = good(await all.officer.call('POST', '/teams', second));
		const both = await joinBy(all, all.officer, 'Ngô Thị Mai');
		await join(all.officer, both, other);
		good(await leave(all, both, (await memberOf(all, 'Ngô Thị Mai')).id));
		expect(await helps(all, await accountOf(both))).toHaveLength(1);
		const { id } = await memberOf(all, 'Ngô Thị Mai', other);
		good(await all.officer.call('POST', `/teams/${other}/members/${id}/leaving`, { leftOn: '2026-11-23' }));
		expect(await helps(all, await accountOf(both))).toEqual([]);
	});
});

describe('a village that was merged', () => {
	it('keeps its team readable; moved by an officer, the roles that came with it move too', async () => {
		const all = await withTeam();
		const phone = await joinBy(all, all.officer, 'Ngô Thị Mai');
		await all.app.house.store.transact(async (tx) => {
			await tx.update(places).set({ validTo: '2026-11-01' }).where(eq(places.id, all.villages[0]));
		});
		expect(good(await all.officer.call('GET', `/teams/${all.team}`)).place.ended).toBe(true);
		const moved = { ...aTeam, placeId: all.villages[1] };
		expect(good(await all.officer.call('PUT', `/teams/${all.team}`, moved)).place.name).toBe('Thôn Tây');
		expect(await helps(all, await accountOf(phone))).toMatchObject([{ placeId: all.villages[1] }]);
	});
});

describe('the headcount', () => {
	it('compares today with a day before, by whom people come from, for officers', async () => {
		const all = await withTeam();
		await joinBy(all, all.officer, 'Ngô Thị Mai');
		await joinBy(all, all.officer, 'Ngô Thị Trưởng');
		await makeLead(all, 'Ngô Thị Trưởng');
		const count = good(await all.officer.call('GET', '/team-headcount?day=2026-11-10'));
		expect(count).toMatchObject({ then: 1, now: 2 });
		expect(count.sponsors.find(({ id }: { id: string }) => id === 'hoi-phu-nu')).toMatchObject({ then: 1, now: 1 });
		good(await leave(all, all.officer, (await memberOf(all, 'Ngô Thị Mai')).id));
		expect(good(await all.officer.call('GET', '/team-headcount?day=2026-11-10')).now).toBe(1);
		for (const day of ['2026-11-24', 'hôm qua'])
			expect((await all.officer.call('GET', `/team-headcount?day=${day}`)).status).toBe(400);
		expect((await all.officer.call('GET', `/team-headcount?day=2026-11-10&placeId=${all.elsewhere}`)).status).toBe(403);
		expect((await all.helper.call('GET', '/team-headcount?day=2026-11-10')).status).toBe(403);
	});
});

describe('the lesson about people’s data', () => {
	it('comes before every list of people, for whoever is a helper and no more', async () => {
		const all = await withTeam();
		const card = await writeDown(all);
		const session = good(
			await all.helper.call('POST', '/classes', {
				...{ day: '2026-11-23', time: '9:30', topic: 'Gọi video', rhythm: 'none' },
				placeId: all.villages[0]
			})
		);
		const phone = await joinBy(all, all.officer, 'Ngô Thị Mai');
		const lists = [
			'/helped-learners',
			`/helped-learners/${card.id}`,
			`/classes/${session.id}`,
			`/classes/${session.id}/people`,
			`/classes/${session.id}/marks`,
			`/classes/${session.id}/photos`,
			'/carried',
			'/help-entries?kind=visit',
			`/teams/${all.team}/hours?month=2026-11`,
			'/households',
			`/teams/${all.team}`,
			'/accounts'
		];
		for (const path of lists) {
			const answer = await phone.call('GET', path);
			expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'community.lesson-first']);
			expect(answer.body.title).toMatch(/khóa “Giữ kín thông tin của bà con”/);
		}
		for (const path of ['/teams', '/classes?when=coming', '/class-places', '/class-gaps'])
			good(await phone.call('GET', path));
		const before = good(await phone.call('GET', '/field-lesson'));
		expect(before).toMatchObject({ course: { id: 'thu' }, done: false });
		expect(before.lessons.map(({ done }: { done: boolean }) => done)).not.toContain(true);
		await finishFieldLesson(all.app.house, await accountOf(phone));
		expect(good(await phone.call('GET', '/field-lesson')).done).toBe(true);
		for (const path of lists) good(await phone.call('GET', path));
		expect(await memberOf(all, 'Ngô Thị Mai')).toMatchObject({ trained: true });
	});

	it('does not come before the work of officers and administrators', async () => {
		const all = await neighbours();
		good(await all.root.call('GET', '/helped-learners'));
		const officer = await someone(all.app, { name: 'Đỗ Thị Cán' });
		const grant = { role: 'officer', placeId: all.commune, accountId: await accountOf(officer) };
		good(await all.root.call('POST', '/grants', grant));
		good(await officer.call('GET', '/helped-learners'));
	});
});

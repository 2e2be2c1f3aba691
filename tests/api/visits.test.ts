import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { classSessions, helpEntries } from '../../src/community/tables.ts';
import { places } from '../../src/places/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { accountOf, aClass, good, giveRole, neighbours, someone } from '../support/classes.ts';
import { withCard, writeDown } from '../support/helped.ts';
import { finishFieldLesson } from '../support/people.ts';
import { joinBy, makeLead, memberOf, withTeam } from '../support/teams.ts';
import { atTheDesk, aVisit, log } from '../support/visits.ts';

const aDay = 24 * 3_600_000;

describe('a visit', () => {
	it('is kept with when, where, whom and what, by whoever helps there', async () => {
		const all = await neighbours();
		const visit = await log(all.helper, all.villages[0], { courseId: 'thu', lessonId: 'giu-ma', nextTime: 'Gửi ảnh' });
		expect(visit).toMatchObject({
			kind: 'visit',
			place: { name: 'Thôn Đông' },
			at: '2026-11-23T01:30:00.000Z',
			minutes: 30,
			household: 'nhà ông Bảy',
			lesson: { id: 'giu-ma', name: 'Giữ kín mã' },
			writer: 'Lê Thị Hoa',
			mine: true,
			correctable: true,
			struck: false
		});
		expect(good(await all.helper.call('GET', '/help-entries?kind=visit')).entries).toEqual([visit]);
		expect(good(await all.helper.call('GET', '/help-entries?kind=desk')).entries).toEqual([]);
		const trail = JSON.stringify(await all.app.house.store.read.select().from(auditEntries));
		expect(trail).toContain('community.help-logged');
		expect(trail).not.toMatch(/Bảy|Gửi ảnh/);
	});

	it.each([
		[{ household: ' ' }, 'household'],
		[{ household: 'x'.repeat(61) }, 'household'],
		[{ day: '2026-11-24' }, 'day'],
		[{ time: '9:11' }, 'day'],
		[{ day: '2026-02-30' }, 'day'],
		[{ time: '25:00' }, 'time'],
		[{ minutes: 0 }, 'minutes'],
		[{ minutes: 601 }, 'minutes'],
		[{ minutes: 1.5 }, 'minutes'],
		[{ placeId: '' }, 'placeId'],
		[{ did: 'x'.repeat(501) }, 'did'],
		[{ courseId: 'khong-co' }, 'courseId'],
		[{ helpedId: 'khong-co' }, 'helpedId']
	])('refuses %j and says which field is meant', async (part, field) => {
		const all = await neighbours();
		const answer = await all.helper.call('POST', '/help-entries', { ...aVisit, placeId: all.villages[0], ...part });
		expect(answer).toMatchObject({ status: 400, body: { fields: [{ field }] } });
		expect(answer.body.fields[0].message).toMatch(/[.]$/);
		expect(await all.app.house.store.read.$count(helpEntries)).toBe(0);
	});

	it('is for one’s own places that are still there', async () => {
		const all = await neighbours();
		const at = async (placeId: string) => all.helper.call('POST', '/help-entries', { ...aVisit, placeId });
		expect(await at(all.elsewhere)).toMatchObject({ status: 403, body: { fields: [{ field: 'placeId' }] } });
		const before = await log(all.helper, all.villages[0]);
		await all.app.house.store.transact(async (tx) => {
			await tx.update(places).set({ validTo: '2026-11-01' }).where(eq(places.id, all.villages[0]));
		});
		expect((await at(all.villages[0])).body.code).toBe('community.no-classes-there');
		const path = `/help-entries/${before.id}`;
		good(await all.helper.call('PUT', path, { ...aVisit, did: 'Khác', placeId: all.villages[0] }));
		expect(good(await all.helper.call('GET', path)).place.name).toBe('Thôn Đông');
	});

	it('at somebody’s whom a helper wrote down tells who it was until she takes her consent back', async () => {
		const all = await withCard();
		const { id } = await log(all.helper, all.villages[0], { household: '', helpedId: all.card.id });
		const seen = async () => good(await all.helper.call('GET', `/help-entries/${id}`)).helped;
		expect(await seen()).toMatchObject({ name: 'Bùi Thị Tư' });
		const stranger = await writeDown({ ...all, helper: all.neighbour, villages: [all.elsewhere, ''] });
		const other = { ...aVisit, placeId: all.villages[0], helpedId: stranger.id };
		expect((await all.helper.call('POST', '/help-entries', other)).body.fields[0].field).toBe('helpedId');
		good(await all.helper.call('DELETE', `/helped-learners/${all.card.id}`));
		expect(await seen()).toBeNull();
	});
});

describe('help at the service centre', () => {
	it('is three things: which procedure, whether she did it herself, and that it is now', async () => {
		const all = await neighbours();
		const entry = await log(all.helper, all.commune, { ...atTheDesk, day: undefined, time: undefined });
		expect(entry).toMatchObject({
			kind: 'desk',
			at: '2026-11-23T02:00:00.000Z',
			minutes: 15,
			procedure: { id: 'khai-sinh', name: 'Khai sinh' },
			alone: true
		});
		const base = { kind: 'desk', placeId: all.commune };
		const faults = (await all.helper.call('POST', '/help-entries', base)).body.fields;
		expect(faults.map(({ field }: { field: string }) => field)).toEqual(['procedure', 'alone']);
	});
});

describe('an entry that a phone made', () => {
	it('is there once however often it is sent, also at the same moment; another’s id is refused', async () => {
		const all = await neighbours();
		const other = await someone(all.app, { name: 'Trần Thị Hai' });
		await giveRole(all, other, { role: 'helper', placeId: all.commune });
		const entry = { ...aVisit, id: randomUUID(), placeId: all.villages[0] };
		const answers = await Promise.all([1, 2, 3].map(() => all.helper.call('POST', '/help-entries', entry)));
		for (const answer of answers) expect(good(answer)).toEqual(answers[0]?.body);
		expect(await all.app.house.store.read.$count(helpEntries)).toBe(1);
		expect((await other.call('POST', '/help-entries', entry)).body.code).toBe('visits.id-taken');
		expect((await all.helper.call('POST', '/help-entries', { ...entry, id: 'mot' })).status).toBe(400);
	});
});

describe('an entry', () => {
	it('is corrected or struck out by its writer for some days; struck out it stays, marked', async () => {
		const all = await neighbours();
		const { id } = await log(all.helper, all.villages[0]);
		const path = `/help-entries/${id}`;
		const changed = { ...aVisit, did: 'Nộp hồ sơ', minutes: 45, placeId: all.villages[1] };
		expect(good(await all.helper.call('PUT', path, changed))).toMatchObject({ did: 'Nộp hồ sơ', minutes: 45 });
		expect((await all.helper.call('PUT', path, { ...changed, ...atTheDesk })).status).toBe(404);
		expect((await all.root.call('PUT', path, changed)).status).toBe(404);
		for (let i = 0; i < 2; i++)
			expect(good(await all.helper.call('POST', `${path}/striking`, {}))).toMatchObject({ struck: true });
		expect((await all.helper.call('PUT', path, changed)).body.code).toBe('visits.struck-out');
		const late = await log(all.helper, all.villages[0]);
		all.app.house.clock.pass(15 * aDay);
		const phone = all.app.aPhone();
		good(await phone.call('POST', '/session', { identifier: 'quantri', password: 'ruộng lúa chín vàng' }));
		const [entry] = good(await phone.call('GET', '/help-entries?kind=visit')).entries;
		expect(entry).toMatchObject({ mine: false, correctable: false });
		expect((await all.helper.call('POST', `/help-entries/${late.id}/striking`, {})).body.code).toBe('visits.too-late');
	});

	it('is read by its writer and the officers of its place, whose look is written down', async () => {
		const all = await withTeam();
		const { id } = await log(all.helper, all.villages[0]);
		for (const phone of [all.helper, all.officer, all.root]) good(await phone.call('GET', `/help-entries/${id}`));
		const peer = await someone(all.app, { name: 'Trần Thị Hai' });
		await giveRole(all, peer, { role: 'helper', placeId: all.commune });
		for (const phone of [all.neighbour, peer]) {
			expect((await phone.call('GET', `/help-entries/${id}`)).body.code).toBe('visits.no-such-entry');
			expect(good(await phone.call('GET', '/help-entries?kind=visit')).entries).toEqual([]);
			expect((await phone.call('POST', `/help-entries/${id}/striking`, {})).status).toBe(404);
			expect((await phone.call('GET', '/help-entries/export?month=2026-11')).status).toBe(403);
		}
		expect(good(await all.officer.call('GET', '/help-entries?kind=visit')).entries).toHaveLength(1);
		const acts = (await all.app.house.store.read.select().from(auditEntries)).map(({ action }) => action);
		expect(acts.filter((action) => action === 'community.help-listed')).toHaveLength(1);
	});

	it('goes into a file of its month, where no cell is a formula', async () => {
		const all = await withTeam();
		await log(all.helper, all.villages[0], { did: '=HYPERLINK("x")' });
		await log(all.helper, all.commune, { ...atTheDesk, household: '', did: '' });
		await log(all.helper, all.villages[0], { day: '2026-10-31', did: 'tháng trước' });
		const file = await all.officer.call('GET', '/help-entries/export?month=2026-11');
		expect(file.headers['content-type']).toContain('text/csv');
		const lines = file.raw.toString('utf8').split('\r\n').slice(0, -1);
		expect(lines).toHaveLength(3);
		expect(lines[0]).toMatch(/^\ufeffNgày,/);
		expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
		expect(lines[1]).toContain('2026-11-23,08:30,30,Thăm nhà,Thôn Đông,Lê Thị Hoa,nhà ông Bảy');
		expect(lines[2]).toContain('Khai sinh,có');
		expect((await all.officer.call('GET', '/help-entries/export?month=11')).status).toBe(400);
	});
});

describe('the hours of a team', () => {
	it('are each member’s visits, help at the desk and classes of a month', async () => {
		const all = await withTeam();
		const mai = await joinBy(all, all.officer, 'Ngô Thị Mai');
		await finishFieldLesson(all.app.house, await accountOf(mai));
		await log(mai, all.villages[0]);
		await log(mai, all.villages[0], { minutes: 45 });
		await log(mai, all.villages[0], atTheDesk);
		const struck = await log(mai, all.villages[0]);
		good(await mai.call('POST', `/help-entries/${struck.id}/striking`, {}));
		const ticked = await aClass(all, { minutes: 60 });
		const came = { way: 'tick', people: [{ name: 'Bà Tư' }] };
		good(await mai.call('POST', `/classes/${ticked.id}/attendance`, came));
		const planned = good(
			await mai.call('POST', '/classes', {
				...{ day: '2026-11-23', time: '8:00', topic: 'Ôn', rhythm: 'none' },
				placeId: all.villages[0]
			})
		);
		const hours = async (phone = all.officer) =>
			good(await phone.call('GET', `/teams/${all.team}/hours?month=2026-11`));
		const [before] = (await hours()).members;
		expect(before.classes).toEqual({ count: 1, minutes: 60 });
		good(await all.helper.call('POST', `/classes/${planned.id}/attendance`, came));
		expect((await hours()).members).toEqual([
			{
				id: (await memberOf(all, 'Ngô Thị Mai')).id,
				name: 'Ngô Thị Mai',
				visits: { count: 2, minutes: 75 },
				desk: { count: 1, minutes: 15 },
				classes: { count: 2, minutes: 150 },
				minutes: 240
			}
		]);
		expect(good(await all.officer.call('GET', `/teams/${all.team}/hours?month=2026-10`)).members).toEqual([]);
	});

	it('are all for leads and officers, one’s own for a member, none for a stranger; also as a file', async () => {
		const all = await withTeam();
		const lead = await joinBy(all, all.officer, 'Ngô Thị Trưởng');
		await makeLead(all, 'Ngô Thị Trưởng');
		const mai = await joinBy(all, all.officer, 'Ngô Thị Mai');
		for (const phone of [lead, mai]) await finishFieldLesson(all.app.house, await accountOf(phone));
		const names = async (phone: typeof mai) =>
			good(await phone.call('GET', `/teams/${all.team}/hours?month=2026-11`)).members.map(
				({ name }: { name: string }) => name
			);
		expect(await names(lead)).toEqual(['Ngô Thị Mai', 'Ngô Thị Trưởng']);
		expect(await names(mai)).toEqual(['Ngô Thị Mai']);
		expect(await names(all.helper)).toEqual([]);
		expect((await all.neighbour.call('GET', `/teams/${all.team}/hours?month=2026-11`)).status).toBe(404);
		const file = await lead.call('GET', `/teams/${all.team}/hours/export?month=2026-11`);
		expect(file.raw.toString('utf8').split('\r\n')).toHaveLength(4);
		expect((await lead.call('GET', `/teams/${all.team}/hours?month=2026-13`)).body.fields[0].field).toBe('month');
	});
});

describe('how long a class lasts', () => {
	it('is as long as usual unless somebody says otherwise', async () => {
		const all = await neighbours();
		expect((await aClass(all)).minutes).toBe(90);
		expect((await aClass(all, { minutes: 45, topic: 'Ngắn' })).minutes).toBe(45);
		for (const minutes of [14, 481, 30.5]) {
			const answer = await all.helper.call('POST', '/classes', {
				...{ day: '2026-11-23', time: '9:30', topic: 'x', rhythm: 'none', minutes },
				placeId: all.villages[0]
			});
			expect(answer.body.fields[0].field).toBe('minutes');
		}
		expect(await all.app.house.store.read.$count(classSessions)).toBe(2);
	});
});

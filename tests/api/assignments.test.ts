import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { giveOut, renewal } from '../../src/assign/index.ts';
import { assignmentItems, duties, memberships } from '../../src/assign/tables.ts';
import { grants } from '../../src/identity/tables.ts';
import { anOffice, asked, crowd, draft, join, type Office } from '../support/assignments.ts';
import { aMember, aStaffEntry } from '../support/assigned.ts';
import { accountOf, giveRole, good, signInOn, someone } from '../support/classes.ts';
import { learnLessons, passQuiz } from '../support/pass-quiz.ts';

async function send(all: Office, part: object = {}) {
	const { id, version } = await draft(all, part);
	const sent = good(await all.officer.call('POST', `/assignments/${id}/sending`, { version }));
	await giveOut(all.app.house);
	return sent;
}

const mine = async ({ clerk }: Office) => good(await clerk.call('GET', '/me/duties')).duties;

describe('writing an assignment', () => {
	it('keeps a draft, tells whom it reaches, each person once, and gives it when it is sent', async () => {
		const all = await anOffice();
		await join(all, { learnerId: all.clerkId, placeId: all.school });
		await crowd(all, { placeId: all.office, count: 3 });
		const both = [all.office, all.school].map((placeId) => ({ kind: 'organisation', placeId }));
		const made = await draft(all, { targets: both, items: ['programme:nguoi-dan', 'thu', 'test:thu-suc'] });
		expect(made).toMatchObject({ state: 'draft', version: 1, mine: true, madeBy: 'Hoàng Thị Mai' });
		expect(made.items.map(({ subject }: { subject: string }) => subject)).toEqual(['thu', 'test:thu-suc']);
		const reach = good(await all.officer.call('GET', `/assignments/${made.id}/reach`));
		expect(reach).toMatchObject({ people: 4, names: ['', '', '', 'Vũ Văn Thư'] });
		expect(await mine(all)).toEqual([]);
		good(await all.officer.call('POST', `/assignments/${made.id}/sending`, { version: 1 }));
		await giveOut(all.app.house, 2);
		await giveOut(all.app.house);
		expect(await all.app.house.store.read.$count(duties)).toBe(8);
		expect(good(await all.officer.call('GET', `/assignments/${made.id}`))).toMatchObject({ state: 'sent' });
		expect((await mine(all))[0]).toMatchObject({ why: asked.reason, by: 'Xã Xuân', daysLeft: 8, late: false });
	});

	it('reaches all organisations of a kind in a place, and whoever joins one of them later', async () => {
		const all = await anOffice();
		await crowd(all, { placeId: all.school, count: 2 });
		const schools = { kind: 'organisation', placeId: all.commune, organisationKind: 'school' };
		const { id } = await send(all, { targets: [schools] });
		const seen = good(await all.officer.call('GET', `/assignments/${id}`));
		expect(seen).toMatchObject({ targets: [{ place: { id: all.commune }, organisationKind: 'school' }] });
		expect(seen.duties.all).toBe(2);
		expect(await mine(all)).toEqual([]);
		await join(all, { learnerId: all.clerkId, placeId: all.school });
		await all.app.house.facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'open' }]);
	});

	it('reaches those of a position also where only the list of the organisation says that they are', async () => {
		const all = await anOffice();
		const { house } = all.app;
		const [named, other] = [
			await aMember(house, all.office, 'Trần Thị Bình'),
			await aMember(house, all.office, 'Lê Hoa')
		];
		await house.store.transact(async (tx) => {
			await tx
				.update(memberships)
				.set({ position: null })
				.where(inArray(memberships.learnerId, [named, other]));
		});
		await aStaffEntry(house, all.office, { name: 'Trần Thị Bình', learnerId: named });
		const { id } = await send(all, { targets: [{ kind: 'position', placeId: all.office, position: 'văn thư' }] });
		const { duties: list } = good(await all.officer.call('GET', `/assignments/${id}/duties`));
		expect(list.map(({ name }: { name: string }) => name).sort()).toEqual(['Trần Thị Bình', 'Vũ Văn Thư']);
	});

	it('reaches whoever is found to be of a position after it was sent, as soon as the list says so', async () => {
		const all = await anOffice();
		const { house } = all.app;
		const learnerId = await aMember(house, all.office, 'Trần Thị Bình');
		await house.store.transact(async (tx) => {
			await tx.update(memberships).set({ position: null }).where(eq(memberships.learnerId, learnerId));
		});
		const { id } = await send(all, { targets: [{ kind: 'position', placeId: all.office, position: 'văn thư' }] });
		const reached = async () => good(await all.officer.call('GET', `/assignments/${id}`)).duties.all;
		expect(await reached()).toBe(1);
		const entry = { name: 'Trần Thị Bình', birthYear: 1985, position: 'Văn thư' };
		good(await all.officer.call('POST', `/organisations/${all.office}/staff`, entry));
		await house.facts.runDue();
		expect(await reached()).toBe(2);
	});

	const wrong: [object, string, RegExp][] = [
		[{ dueOn: '2026-11-22', startsOn: '2026-11-20' }, 'dueOn', /đã qua/],
		[{ startsOn: '2026-12-02' }, 'startsOn', /trước hạn/],
		[{ finalOn: '2026-11-30' }, 'finalOn', /sớm hơn/],
		[{ dueOn: '2026-02-30' }, 'dueOn', /trong lịch/],
		[{ items: ['khong-con'] }, 'items', /không còn/],
		[{ items: ['programme:khong-con'] }, 'items', /không còn/],
		[{ items: [] }, 'items', /ít nhất/],
		[{ targets: [] }, 'targets', /ít nhất/],
		[{ title: ' ' }, 'title', /tên/],
		[{ passPercent: 101 }, 'passPercent', /phần trăm/],
		[{ graceDays: 1.5 }, 'graceDays', /0 đến 90/],
		[{ renewMonths: 0 }, 'renewMonths', /1 đến 60/]
	];
	it('refuses what is wrong and says of each field why', async () => {
		const all = await anOffice();
		const targets = [{ kind: 'organisation', placeId: all.office }];
		for (const [part, field, words] of wrong) {
			const typed = { ...asked, placeId: all.commune, targets, ...part };
			const answer = await all.officer.call('POST', '/assignments', typed);
			expect(answer, JSON.stringify(part)).toMatchObject({ status: 400, body: { fields: [{ field }] } });
			expect(answer.body.fields[0].message).toMatch(words);
		}
	});

	it('stays within the places of whoever writes, and refuses to be sent to nobody', async () => {
		const all = await anOffice();
		const write = (part: object) =>
			all.officer.call('POST', '/assignments', { ...asked, placeId: all.commune, ...part });
		const elsewhere = [{ kind: 'organisation', placeId: all.elsewhere }];
		expect((await write({ targets: elsewhere })).body.fields[0].message).toMatch(/nằm trong/);
		expect((await write({ placeId: all.elsewhere, targets: elsewhere })).status).toBe(403);
		const stranger = [{ kind: 'person', placeId: all.school, learnerId: all.clerkId }];
		expect((await write({ targets: stranger })).body.fields[0].message).toMatch(/không thuộc/);
		const { id } = await draft(all, { targets: [{ kind: 'organisation', placeId: all.school }] });
		const nobody = await all.officer.call('POST', `/assignments/${id}/sending`, { version: 1 });
		expect(nobody).toMatchObject({ status: 409, body: { code: 'duties.nobody-reached' } });
	});

	it('lists people by given name, or those alone whose name holds a part, never a neighbour’s', async () => {
		const all = await anOffice();
		await aMember(all.app.house, all.office, 'Trần Thị Bình');
		await aMember(all.app.house, all.office, 'Lê Văn Ân');
		await aMember(all.app.house, all.school, 'Hồ Văn Sỹ');
		const both = [all.office, all.school].map((placeId) => ({ kind: 'organisation', placeId }));
		const { id } = await send(all, { targets: both });
		const named = async (query: string, phone = all.officer) =>
			good(await phone.call('GET', `/assignments/${id}/duties?${new URLSearchParams({ query })}`)).duties.map(
				({ name }: { name: string }) => name
			);
		expect(await named('')).toEqual(['Lê Văn Ân', 'Trần Thị Bình', 'Hồ Văn Sỹ', 'Vũ Văn Thư']);
		expect(await named('van')).toEqual(['Lê Văn Ân', 'Hồ Văn Sỹ', 'Vũ Văn Thư']);
		expect(await named('BINH')).toEqual(['Trần Thị Bình']);
		expect(await named('khong ai')).toEqual([]);
		const head = await someone(all.app, { name: 'Đinh Thị Nga', placeId: all.commune });
		await giveRole(all, head, { role: 'officer', placeId: all.school });
		expect(await named('van', head)).toEqual(['Hồ Văn Sỹ']);
	});

	it('of two officers at once tells the second what is otherwise now', async () => {
		const all = await anOffice();
		const { id } = await draft(all);
		const targets = [{ kind: 'organisation', placeId: all.office }];
		const change = (part: object) =>
			all.officer.call('PUT', `/assignments/${id}`, { ...asked, placeId: all.commune, targets, version: 1, ...part });
		expect(good(await change({ title: 'Tên mới' }))).toMatchObject({ title: 'Tên mới', version: 2 });
		const second = await change({ reason: 'Lý do khác' });
		expect(second).toMatchObject({ status: 409, body: { code: 'duties.changed-meanwhile', version: 2 } });
		expect(second.body.now).toEqual({ title: 'Tên mới', reason: asked.reason });
		const elsewhere = [{ kind: 'organisation', placeId: all.school }];
		const third = await change({ title: 'Tên mới', targets: elsewhere, items: ['test:thu-suc'] });
		expect(third.body.now).toEqual({ items: expect.any(String), targets: 'van-phong' });
	});

	it('is nothing to a neighbour, a learner or a visitor', async () => {
		const all = await anOffice();
		const { id } = await send(all);
		const [duty] = await mine(all);
		for (const [method, path, body] of [
			['GET', `/assignments/${id}`, undefined],
			['GET', `/assignments/${id}/duties`, undefined],
			['POST', `/assignments/${id}/withdrawal`, { reason: 'x' }],
			['POST', `/duties/${duty.id}/waiver`, { reason: 'x' }]
		] as const) {
			expect((await all.clerk.call(method, path, body)).status).toBe(403);
			expect((await all.app.aPhone().call(method, path, body)).status).toBe(401);
		}
		const other = await all.neighbour.call('POST', `/me/duties/${duty.id}/equivalent`, { what: 'a', where: 'b' });
		expect(other.status).toBe(404);
	});
});

describe('giving out', () => {
	it('goes on where a process was killed, once its lease is over, and gives nothing twice', async () => {
		const all = await anOffice();
		const { house } = all.app;
		await crowd(all, { placeId: all.office, count: 20 });
		const { id } = await draft(all);
		good(await all.officer.call('POST', `/assignments/${id}/sending`, { version: 1 }));
		let portions = 0;
		const killed = {
			...house,
			store: {
				...house.store,
				transact: ((work) => {
					if (++portions > 3) throw new Error('killed');
					return house.store.transact(work);
				}) as typeof house.store.transact
			}
		};
		await expect(giveOut(killed, 5)).rejects.toThrow('killed');
		const half = await house.store.read.$count(duties);
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThan(21);
		await giveOut(house, 5);
		expect(await house.store.read.$count(duties)).toBe(half);
		house.clock.pass(60_000);
		await Promise.all([giveOut(house, 5), giveOut(house, 5)]);
		expect(await house.store.read.$count(duties)).toBe(21);
	});

	it('has it done at once for whoever passed before, and completes it for whoever passes now', async () => {
		const all = await anOffice();
		await passQuiz(all.app, all.clerk);
		await send(all, { renewMonths: 12 });
		expect(await mine(all)).toMatchObject([
			{ state: 'done', percent: 100, validUntil: '2027-11-23', honesty: { attempts: 1 } }
		]);
		const other = await anOffice();
		await send(other);
		expect(await mine(other)).toMatchObject([
			{ state: 'open', lessons: { done: 0, total: 2 }, testHref: '/khoa-hoc/thu/kiem-tra' }
		]);
		await passQuiz(other.app, other.clerk);
		await other.app.house.facts.runDue();
		expect(await mine(other)).toMatchObject([{ state: 'done', percent: 100 }]);
	});

	it('asks for the lessons besides where the test alone is not enough, in whichever order', async () => {
		const all = await anOffice();
		const { facts } = all.app.house;
		await send(all, { testAlone: false });
		await passQuiz(all.app, all.clerk);
		await facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'open', testHref: null, lessonsLeft: true }]);
		await learnLessons(all.app, all.clerk, ['giu-ma']);
		await facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'open', lessons: { done: 1 }, lessonsLeft: true }]);
		await learnLessons(all.app, all.clerk);
		await facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'done', percent: 100, lessonsLeft: false }]);
		const other = await anOffice();
		await send(other, { testAlone: false });
		await learnLessons(other.app, other.clerk);
		await other.app.house.facts.runDue();
		expect(await mine(other)).toMatchObject([{ state: 'open', lessonsLeft: false }]);
		await passQuiz(other.app, other.clerk);
		await other.app.house.facts.runDue();
		expect(await mine(other)).toMatchObject([{ state: 'done' }]);
	});

	it('looks at the lessons of whoever passed before too', async () => {
		const all = await anOffice();
		await passQuiz(all.app, all.clerk);
		const { id } = await send(all, { testAlone: false });
		expect(await mine(all)).toMatchObject([{ assignment: asked.title, state: 'open', lessonsLeft: true }]);
		await learnLessons(all.app, all.clerk);
		await send(all, { testAlone: false, title: 'Giao lại' });
		const states = (await mine(all)).map(({ assignment, state }: Record<string, string>) => [assignment, state]);
		expect(new Map(states).get('Giao lại')).toBe('done');
		await all.app.house.facts.runDue();
		const told = good(await all.officer.call('GET', `/assignments/${id}/duties`)).duties;
		expect(told).toMatchObject([{ state: 'done', percent: 100, honesty: { attempts: 1, minutes: 1 } }]);
	});

	it('is done by what was passed on a phone before she signed in there', async () => {
		const all = await anOffice();
		await send(all);
		const { house } = all.app;
		const phone = all.app.aPhone();
		await passQuiz(all.app, phone);
		await signInOn(phone, all.clerk);
		good(await phone.call('POST', '/session/device-learning', { take: true }));
		for (let ran = 1; ran > 0;) ran = await house.facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'done', percent: 100 }]);
	});

	it('reaches newcomers, lets go of whoever leaves, and keeps what somebody did who moves', async () => {
		const all = await anOffice();
		const { house } = all.app;
		const both = [all.office, all.school].map((placeId) => ({ kind: 'organisation', placeId }));
		await send(all, { targets: both });
		const leave = async () => {
			await house.store.transact(async (tx) => {
				await tx
					.update(memberships)
					.set({ endedAt: house.clock.now(), endedWhy: 'moved' })
					.where(and(eq(memberships.learnerId, all.clerkId), eq(memberships.placeId, all.office)));
				await house.facts.record(tx, 'assign.left', { learnerId: all.clerkId, placeId: all.office });
			});
			await house.facts.runDue();
		};
		await leave();
		expect(await mine(all)).toEqual([]);
		await join(all, { learnerId: all.clerkId, placeId: all.school });
		await house.facts.runDue();
		expect(await mine(all)).toMatchObject([{ state: 'open' }]);
		expect(await house.store.read.select().from(duties)).toMatchObject([{ placeId: all.school, round: 1 }]);
	});

	it('comes round again before a result counts no longer', async () => {
		const all = await anOffice();
		await passQuiz(all.app, all.clerk);
		await send(all, { renewMonths: 12 });
		await renewal(all.app.house).run();
		expect(await mine(all)).toHaveLength(1);
		all.app.house.clock.set('2027-11-01T02:00:00Z');
		await renewal(all.app.house).run();
		await renewal(all.app.house).run();
		const rows = await all.app.house.store.read.select().from(duties);
		expect(rows.filter(({ state }) => state === 'open')).toMatchObject([{ round: 2, dueOn: '2027-11-23' }]);
	});

	it('takes a new result for what has come round again, though the old one still counts', async () => {
		const all = await anOffice();
		await passQuiz(all.app, all.clerk);
		await send(all, { renewMonths: 1, testAlone: false });
		await learnLessons(all.app, all.clerk, ['giu-ma']);
		await learnLessons(all.app, all.clerk, ['hoi-lai']);
		const { house } = all.app;
		await house.facts.runDue();
		house.clock.pass(86_400_000);
		await renewal(house).run();
		const learnerId = all.clerkId;
		await house.store.transact((tx) => house.facts.record(tx, 'learn.course-learnt', { learnerId, courseId: 'thu' }));
		await house.facts.runDue();
		expect((await house.store.read.select().from(duties)).map(({ state }) => state).sort()).toEqual(['done', 'open']);
		await passQuiz(all.app, all.clerk);
		await house.facts.runDue();
		const rows = await house.store.read.select().from(duties);
		expect(rows.find(({ round }) => round === 2)).toMatchObject({ state: 'done', validUntil: '2026-12-24' });
	});
});

describe('what somebody was given', () => {
	it('says in whose name and as what it was asked, never by whom, as long as she has that role', async () => {
		const all = await anOffice();
		await send(all);
		expect(await mine(all)).toMatchObject([{ by: 'Xã Xuân', asker: { role: 'officer', place: 'Xã Xuân' } }]);
		expect(JSON.stringify(await mine(all))).not.toContain('Hoàng Thị Mai');
		const { store, clock } = all.app.house;
		const officer = await accountOf(all.officer);
		await store.transact((tx) => tx.update(grants).set({ endedAt: clock.now() }).where(eq(grants.accountId, officer)));
		expect(await mine(all)).toMatchObject([{ by: 'Xã Xuân', asker: null }]);
	});

	it('stands there without a way to it once its course is no longer in use', async () => {
		const all = await anOffice();
		const { id } = await send(all);
		await all.app.house.store.transact(async (tx) => {
			await tx.update(duties).set({ subject: 'da-bo' });
			await tx.update(assignmentItems).set({ subject: 'da-bo' });
		});
		expect(await mine(all)).toMatchObject([
			{ state: 'open', title: 'da-bo', href: null, testHref: null, pieces: null }
		]);
		const { items } = good(await all.officer.call('GET', `/assignments/${id}`));
		expect(items).toMatchObject([{ subject: 'da-bo', published: false }]);
		good(await all.officer.call('POST', `/assignments/${id}/withdrawal`, { reason: 'Khóa học đã bỏ' }));
		expect(await mine(all)).toEqual([]);
	});

	it('is counted for pages that lead there, without what has not begun, was taken back or is over', async () => {
		const all = await anOffice();
		const standing = async () => good(await all.clerk.call('GET', '/me/duties/open'));
		expect(await standing()).toMatchObject({ open: 0, late: 0 });
		const { id } = await send(all);
		await send(all, { startsOn: '2026-11-30' });
		await send(all, { graceDays: 5 });
		expect(await standing()).toEqual({ open: 2, late: 0, headline: 'Còn 2 việc cần học' });
		all.app.house.clock.set('2026-12-03T02:00:00Z');
		expect(await standing()).toEqual({ open: 3, late: 2, headline: 'Còn 3 việc cần học, trong đó 2 việc quá hạn' });
		good(await all.officer.call('POST', `/assignments/${id}/withdrawal`, { reason: 'Giao nhầm' }));
		expect(await standing()).toMatchObject({ open: 2, late: 1 });
		expect((await all.neighbour.call('GET', '/me/duties/open')).body).toMatchObject({ open: 0 });
		expect((await all.app.aPhone().call('GET', '/me/duties/open')).body.code).toBe('identity.no-learner');
	});
});

describe('what was sent', () => {
	it('moves its due day for all but those with one of their own, and says so', async () => {
		const all = await anOffice();
		const sent = await send(all);
		const path = `/assignments/${sent.id}`;
		const moved = good(await all.officer.call('PUT', `${path}/due`, { version: sent.version, dueOn: '2026-12-05' }));
		await giveOut(all.app.house);
		expect(await mine(all)).toMatchObject([{ dueOn: '2026-12-05', dueWas: '2026-12-01' }]);
		const own = { placeId: all.office, dueOn: '2026-12-10', reason: 'Đợt kiểm tra' };
		const tooLate = await all.officer.call('PUT', `${path}/deadline`, { ...own, dueOn: '2026-12-21' });
		expect(tooLate.body.fields[0]).toMatchObject({ field: 'dueOn', message: expect.stringMatching(/muộn hơn/) });
		good(await all.officer.call('PUT', `${path}/deadline`, own));
		await giveOut(all.app.house);
		expect(await mine(all)).toMatchObject([{ dueOn: '2026-12-10' }]);
		good(await all.officer.call('PUT', `${path}/due`, { version: moved.version, dueOn: '2026-12-07' }));
		await giveOut(all.app.house);
		expect(await mine(all)).toMatchObject([{ dueOn: '2026-12-10' }]);
	});

	it('is taken back with a reason', async () => {
		const all = await anOffice();
		const { id } = await send(all);
		const bare = await all.officer.call('POST', `/assignments/${id}/withdrawal`, { reason: ' ' });
		expect(bare.body.fields).toMatchObject([{ field: 'reason' }]);
		good(await all.officer.call('POST', `/assignments/${id}/withdrawal`, { reason: 'Giao nhầm' }));
		expect(await mine(all)).toEqual([]);
		await giveOut(all.app.house);
		expect(await all.app.house.store.read.select().from(duties)).toMatchObject([{ state: 'gone' }]);
	});

	it('is waived with a reason, or shown by a result elsewhere that is handed in, refused and accepted', async () => {
		const all = await anOffice();
		const { id } = await send(all);
		const [{ id: dutyId }] = await mine(all);
		const judge = (body: object) => all.officer.call('POST', `/duties/${dutyId}/verdict`, body);
		expect((await judge({ accept: true })).body.code).toBe('duties.nothing-handed-in');
		const shown = { what: 'Giấy số 12', where: 'Trường chính trị tỉnh' };
		good(await all.clerk.call('POST', `/me/duties/${dutyId}/equivalent`, shown));
		const waiting = good(await all.officer.call('GET', `/assignments/${id}/duties?show=waiting`)).duties;
		expect(waiting).toMatchObject([{ name: 'Vũ Văn Thư', evidence: 'Giấy số 12 · Trường chính trị tỉnh' }]);
		good(await judge({ accept: false, reason: 'Giấy đã cũ' }));
		expect(await mine(all)).toMatchObject([{ state: 'open', waiting: false, reason: 'Giấy đã cũ' }]);
		good(await all.clerk.call('POST', `/me/duties/${dutyId}/equivalent`, shown));
		good(await judge({ accept: true }));
		expect(await mine(all)).toMatchObject([{ state: 'equivalent' }]);
		const over = await all.officer.call('POST', `/duties/${dutyId}/waiver`, { reason: 'Nghỉ thai sản' });
		expect(over.body.code).toBe('duties.duty-over');
	});

	it('stands in a calendar file, whole days by their date, with a word three days before and a link', async () => {
		const all = await anOffice();
		await send(all);
		const { status, body } = await all.clerk.call('GET', '/me/duties/calendar');
		expect(status).toBe(200);
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		expect(text).toMatch(/BEGIN:VCALENDAR[^]*DTSTART;VALUE=DATE:20261201[^]*DTEND;VALUE=DATE:20261202/);
		expect(text).toMatch(/SUMMARY:Hạn: Khóa thử/);
		const { body: english } = await all.clerk.call('GET', '/me/duties/calendar?lang=en');
		expect(String(english)).toMatch(/SUMMARY:Due: /);
		expect(text).toMatch(
			/BEGIN:VALARM[^]*ACTION:DISPLAY[^]*TRIGGER:-P2DT15H[^]*DESCRIPTION:Hạn: Khóa thử[^]*END:VALARM/
		);
		expect(text).toMatch(/URL[^\r\n]*:http[^\r\n]*\/viec-duoc-giao/);
	});
});

import { describe, expect, it } from 'vitest';
import { attendances, attendanceTicks, classSessions } from '../../src/community/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { aClass, accountOf, giveRole, good, neighbours, onNow, someone } from '../support/classes.ts';

const hour = 3_600_000;
const named = (people: { name: string | null }[]) => people.map(({ name }) => name);

describe('holding a class', () => {
	it('makes a session in a village of one’s commune, to be read by those who hold classes there', async () => {
		const all = await neighbours();
		const made = await aClass(all, { audience: 'Bà con lớn tuổi', courseId: 'thu', lessonId: 'giu-ma' });
		expect(made).toMatchObject({
			place: { id: all.villages[0], name: 'Thôn Đông' },
			startsAt: '2026-11-23T02:30:00.000Z',
			state: 'on',
			topic: onNow.topic,
			course: { id: 'thu' },
			lesson: { id: 'giu-ma' },
			audience: 'Bà con lớn tuổi',
			cancelled: false,
			people: [],
			proposedAt: '2026-11-30T02:30:00.000Z'
		});
		expect(good(await all.root.call('GET', `/classes/${made.id}`)).id).toBe(made.id);
		expect(await all.neighbour.call('GET', `/classes/${made.id}`)).toMatchObject({
			status: 404,
			body: { code: 'community.no-such-class' }
		});
		const [entry] = (await all.app.house.store.read.select().from(auditEntries)).slice(-1);
		expect(entry).toMatchObject({ action: 'community.class-made', actorRole: 'helper', subjectId: made.id });
	});

	it('is for those with a role: others are told so, and nothing is written', async () => {
		const all = await neighbours();
		const made = await aClass(all);
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		const people = [{ name: 'Bà Tư' }];
		const calls = [
			['POST', '/classes', { ...onNow, placeId: all.villages[0], topic: 'Khác' }],
			['PUT', `/classes/${made.id}`, { ...onNow, placeId: all.villages[1] }],
			['POST', `/classes/${made.id}/cancellation`, {}],
			['PUT', `/classes/${made.id}/next-time`, { note: 'x' }],
			['POST', `/classes/${made.id}/attendance`, { way: 'tick', people }],
			['GET', `/classes/${made.id}/people`, undefined]
		] as const;
		const kept = await all.app.house.store.read.select().from(classSessions);
		for (const [method, path, body] of calls) {
			expect((await all.app.aPhone().call(method, path, body)).status, path).toBe(401);
			expect((await learner.call(method, path, body)).status, path).toBe(403);
			expect([403, 404], path).toContain((await all.neighbour.call(method, path, body)).status);
		}
		expect(await all.app.house.store.read.select().from(classSessions)).toEqual(kept);
		expect(await all.app.house.store.read.$count(attendances)).toBe(0);
	});

	it.each([
		[{ placeId: 'mau' }, 403, 'placeId'],
		[{ placeId: 'nowhere' }, 403, 'placeId'],
		[{ day: '2026-02-30' }, 400, 'day'],
		[{ time: 'chiều' }, 400, 'time'],
		[{ topic: '' }, 400, 'topic'],
		[{ courseId: 'khong-co' }, 400, 'courseId'],
		[{ rhythm: 'daily' }, 400, 'rhythm']
	])('refuses %j and says which field is meant', async (part, status, field) => {
		const all = await neighbours();
		const answer = await all.helper.call('POST', '/classes', { ...onNow, placeId: all.villages[0], ...part });
		expect(answer).toMatchObject({ status, body: { fields: [{ field }] } });
		expect(await all.app.house.store.read.$count(classSessions)).toBe(0);
	});

	it('is not for a whole province, nor at a place that was merged away', async () => {
		const all = await neighbours();
		const at = (placeId: string) => all.root.call('POST', '/classes', { ...onNow, placeId });
		expect(await at('mau')).toMatchObject({ status: 400, body: { code: 'community.no-classes-there' } });
		const { places } = await import('../../src/places/tables.ts');
		const { eq } = await import('drizzle-orm');
		await all.app.house.store.transact(async (tx) => {
			await tx.update(places).set({ validTo: '2026-11-01' }).where(eq(places.id, all.villages[0]));
		});
		const merged = await at(all.villages[0]);
		expect(merged.body.fields[0].message).toContain('đã sáp nhập');
	});

	it('makes one session of a form that is sent twice, also at once', async () => {
		const all = await neighbours();
		const send = () => all.helper.call('POST', '/classes', { ...onNow, placeId: all.villages[0] });
		const answers = await Promise.all([send(), send(), send()]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
		const made = answers.find(({ status }) => status === 201)?.body;
		expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ classId: made.id });
		expect(await all.app.house.store.read.$count(classSessions)).toBe(1);
	});

	it('follows by its rhythm, and is proposed no more when it is made', async () => {
		const all = await neighbours();
		const first = await aClass(all);
		const second = await aClass(all, { day: '2026-11-30', followsId: first.id });
		const seen = good(await all.helper.call('GET', `/classes/${first.id}`));
		expect(seen).toMatchObject({ following: { id: second.id }, proposedAt: null });
	});

	it('changes, and is called off once', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const moved = await all.helper.call('PUT', `/classes/${id}`, { ...onNow, placeId: all.villages[1], time: '14h' });
		expect(moved.body.startsAt).toBe('2026-11-23T07:00:00.000Z');
		const changed = { ...onNow, placeId: all.villages[1], day: '2026-11-24', rhythm: 'none' };
		expect(good(await all.helper.call('PUT', `/classes/${id}`, changed))).toMatchObject({
			place: { name: 'Thôn Tây' },
			startsAt: '2026-11-24T02:30:00.000Z',
			state: 'early',
			proposedAt: null
		});
		for (let i = 0; i < 2; i++)
			expect(good(await all.helper.call('POST', `/classes/${id}/cancellation`, {})).cancelled).toBe(true);
		const late = await all.helper.call('PUT', `/classes/${id}`, changed);
		expect(late).toMatchObject({ status: 409, body: { code: 'community.class-cancelled' } });
	});

	it('keeps what to do next time, in lines', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const note = 'Ôn lại gọi video.\r\nMang thêm sạc.';
		expect(good(await all.helper.call('PUT', `/classes/${id}/next-time`, { note })).nextTime).toBe(
			'Ôn lại gọi video.\nMang thêm sạc.'
		);
		const long = await all.helper.call('PUT', `/classes/${id}/next-time`, { note: 'x'.repeat(1_001) });
		expect(long).toMatchObject({ status: 400, body: { fields: [{ field: 'note' }] } });
		expect(good(await all.helper.call('PUT', `/classes/${id}/next-time`, { note: ' ' })).nextTime).toBeNull();
	});
});

describe('the sessions of one’s places', () => {
	it('stand under what is to be done with them, and page by page', async () => {
		const all = await neighbours();
		const { id: on } = await aClass(all);
		const { id: coming } = await aClass(all, { day: '2026-12-01' });
		const { id: waiting } = await aClass(all, { day: '2026-11-20' });
		const { id: past } = await aClass(all, { day: '2026-11-19' });
		good(await all.helper.call('POST', `/classes/${past}/attendance`, { way: 'sheet', people: [{ name: 'Bà Tư' }] }));
		const ids = async (phone: typeof all.helper, query: string) =>
			good(await phone.call('GET', `/classes?when=${query}`)).classes.map((each: { id: string }) => each.id);
		expect(await ids(all.helper, 'coming')).toEqual([on, coming]);
		expect(await ids(all.helper, 'open')).toEqual([waiting]);
		expect(await ids(all.helper, 'past')).toEqual([past]);
		expect(await ids(all.helper, `coming&after=${on}`)).toEqual([coming]);
		expect(await ids(all.neighbour, 'coming')).toEqual([]);
		expect((await all.neighbour.call('GET', `/classes?when=coming&after=${on}`)).status).toBe(404);
		const [{ came }] = good(await all.helper.call('GET', '/classes?when=past')).classes;
		expect(came).toBe(1);
	});

	it('lie where one may hold classes, found by name', async () => {
		const all = await neighbours();
		const places = async (phone: typeof all.helper, query = '') =>
			named(good(await phone.call('GET', `/class-places?query=${encodeURIComponent(query)}`)).places);
		expect(await places(all.helper)).toEqual(['Xã Xuân', 'Thôn Đông', 'Thôn Tây']);
		expect(await places(all.helper, 'dong')).toEqual(['Thôn Đông']);
		expect(await places(all.helper, 'yen')).toEqual([]);
		expect(await places(all.root, 'xuan')).toEqual(['Xã Xuân', 'Xã Xuân Yên']);
	});

	it('are told to anyone twenty at a time, none twice and none left out', async () => {
		const all = await neighbours();
		for (let minute = 10; minute < 33; minute++) await aClass(all, { time: `09:${minute}` });
		const near = (query = '') => all.app.aPhone().call('GET', `/places/${all.villages[0]}/classes${query}`);
		const first = good(await near());
		const second = good(await near(`?after=${first.next}`));
		expect([first.classes.length, second.classes.length, second.next]).toEqual([20, 3, null]);
		const told = [...first.classes, ...second.classes].map(({ startsAt }: { startsAt: string }) => startsAt);
		expect(told).toEqual([...new Set(told)].sort());
		expect((await near('?after=nowhere')).status).toBe(404);
		const elsewhere = await all.app.aPhone().call('GET', `/places/${all.elsewhere}/classes?after=${first.next}`);
		expect(elsewhere.status).toBe(404);
	});

	it('are told to anyone who looks at the place, without who holds them or comes', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		await aClass(all, { day: '2026-11-20' });
		const off = await aClass(all, { day: '2026-11-25' });
		good(await all.helper.call('POST', `/classes/${off.id}/cancellation`, {}));
		good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people: [{ name: 'Bà Tư' }] }));
		for (const place of [all.villages[0], all.commune, 'mau', 'vn']) {
			const { body, status } = await all.app.aPhone().call('GET', `/places/${place}/classes`);
			expect(status).toBe(200);
			expect(body.classes).toMatchObject([
				{ id, place: { name: 'Thôn Đông' }, topic: onNow.topic, cancelled: false },
				{ id: off.id, cancelled: true }
			]);
			expect(JSON.stringify(body)).not.toMatch(/Bà Tư|Hoa|code|came|people/);
		}
		expect(good(await all.app.aPhone().call('GET', `/places/${all.villages[1]}/classes`)).classes).toEqual([]);
		expect((await all.app.aPhone().call('GET', '/places/nowhere/classes')).status).toBe(404);
		const { id: ofAll } = await aClass(all, { placeId: all.commune });
		expect(good(await all.app.aPhone().call('GET', `/places/${all.villages[1]}/classes`)).classes).toMatchObject([
			{ id: ofAll, place: { name: 'Xã Xuân' } }
		]);
		expect(good(await all.app.aPhone().call('GET', `/places/${all.elsewhere}/classes`)).classes).toEqual([]);
	});
});

describe('who came', () => {
	it('is ticked among the people of the place, and written in for those without an account', async () => {
		const all = await neighbours();
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		await someone(all.app, { name: 'Người Nơi Khác', placeId: all.elsewhere });
		const { id } = await aClass(all);
		const listed = good(await all.helper.call('GET', `/classes/${id}/people`));
		expect(listed).toMatchObject({ people: [{ name: 'Bùi Thị Ánh', birthYear: 1964, came: false }], more: false });
		const people = [
			{ accountId: await accountOf(learner), mark: 'alone' },
			{ name: '  Bà   Tư ', birthYear: 1950 },
			{ name: 'bà tư', birthYear: 1950 },
			{ name: 'Bà Tư', birthYear: 1951 }
		];
		const seen = good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people }));
		expect(seen.people).toMatchObject([
			{ name: 'Bùi Thị Ánh', kind: 'account', ticks: [{ by: 'Lê Thị Hoa', mine: true, way: 'tick', mark: 'alone' }] },
			{ name: 'Bà Tư', birthYear: 1950, kind: 'written', ticks: [{ mark: null }] },
			{ name: 'Bà Tư', birthYear: 1951 }
		]);
		expect(good(await all.helper.call('GET', `/classes/${id}/people?query=anh`)).people).toMatchObject([
			{ came: true }
		]);
		expect(good(await all.helper.call('GET', `/classes/${id}/people?query=zz`)).people).toEqual([]);
	});

	it('is there once however often it is ticked, and both helpers’ words are kept', async () => {
		const all = await neighbours();
		const other = await someone(all.app, { name: 'Trần Văn Bốn', placeId: all.commune });
		await giveRole(all, other, { role: 'officer', placeId: all.commune });
		const { id } = await aClass(all);
		const tick = (phone: typeof other, way: string, mark?: string) =>
			phone.call('POST', `/classes/${id}/attendance`, { way, people: [{ name: 'Bà Tư', ...(mark && { mark }) }] });
		await Promise.all([tick(all.helper, 'tick', 'alone'), tick(other, 'sheet', 'not-yet')]);
		await tick(all.helper, 'sheet');
		const { people } = good(await all.helper.call('GET', `/classes/${id}`));
		expect(people).toHaveLength(1);
		const ticks = [...people[0].ticks].sort((a, b) => (a.by < b.by ? -1 : 1));
		expect(ticks).toEqual([
			{ by: 'Lê Thị Hoa', mine: true, way: 'tick', mark: 'alone' },
			{ by: 'Trần Văn Bốn', mine: false, way: 'sheet', mark: 'not-yet' }
		]);
		const line = `/classes/${id}/attendance/${people[0].id}`;
		expect(good(await other.call('PUT', line, { mark: 'reminded' })).people[0].ticks).toHaveLength(2);
		const left = good(await other.call('DELETE', line));
		expect(left.people).toMatchObject([{ ticks: [{ by: 'Lê Thị Hoa', mark: 'alone' }] }]);
		expect(good(await all.helper.call('DELETE', line)).people).toEqual([]);
		expect(await all.app.house.store.read.$count(attendanceTicks)).toBe(0);
		expect(await all.helper.call('DELETE', line)).toMatchObject({
			status: 404,
			body: { code: 'community.no-such-attendance' }
		});
	});

	it('can’t be told of a session of tomorrow, nor of one that was called off', async () => {
		const all = await neighbours();
		const { id } = await aClass(all, { day: '2026-11-24' });
		const tick = () =>
			all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people: [{ name: 'Bà Tư' }] });
		const early = await tick();
		expect(early).toMatchObject({ status: 409, body: { code: 'community.too-early' } });
		expect(early.body.title).toContain('chưa tới');
		all.app.house.clock.pass(24 * hour);
		expect((await tick()).status).toBe(200);
		const [cancel, postpone] = [
			await all.helper.call('POST', `/classes/${id}/cancellation`, {}),
			await all.helper.call('PUT', `/classes/${id}`, { ...onNow, placeId: all.villages[0], day: '2026-12-02' })
		];
		for (const answer of [cancel, postpone])
			expect(answer).toMatchObject({ status: 409, body: { code: 'community.somebody-came' } });
		const off = await aClass(all, { topic: 'Buổi nghỉ' });
		good(await all.helper.call('POST', `/classes/${off.id}/cancellation`, {}));
		const late = await all.helper.call('POST', `/classes/${off.id}/attendance`, {
			way: 'tick',
			people: [{ name: 'Bà Tư' }]
		});
		expect(late).toMatchObject({ status: 409, body: { code: 'community.class-cancelled' } });
	});

	it('is nobody from outside one’s places, and no name that can be none', async () => {
		const all = await neighbours();
		const stranger = await someone(all.app, { name: 'Người Nơi Khác', placeId: all.elsewhere });
		const { id } = await aClass(all);
		const tick = (people: object[]) => all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people });
		expect(await tick([{ name: 'Bà Tư' }, { accountId: await accountOf(stranger) }])).toMatchObject({
			status: 404,
			body: { code: 'community.no-such-person' }
		});
		const wrong = await tick([{ name: 'Bà Tư' }, { name: '' }, { name: '<b>', birthYear: 1 }]);
		expect(wrong.status).toBe(400);
		expect(wrong.body.fields.map(({ field }: { field: string }) => field)).toEqual([
			'people.1.name',
			'people.2.name',
			'people.2.birthYear'
		]);
		expect((await tick([])).status).toBe(400);
		expect(await all.app.house.store.read.$count(attendances)).toBe(0);
	});

	it('is told no more by a helper whose role has ended; what she ticked stays, with her name', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const tick = () =>
			all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people: [{ name: 'Bà Tư' }] });
		expect((await tick()).status).toBe(200);
		const { grants } = good(await all.root.call('GET', `/accounts/${await accountOf(all.helper)}`));
		await all.root.call('DELETE', `/grants/${grants[0].id}`);
		for (const answer of [await tick(), await all.helper.call('GET', `/classes/${id}`)])
			expect(answer.status).toBe(403);
		expect(good(await all.root.call('GET', `/classes/${id}`)).people).toMatchObject([
			{ name: 'Bà Tư', ticks: [{ by: 'Lê Thị Hoa', mine: false }] }
		]);
	});

	it('was listed by somebody: the trail says how many she was shown, and nothing she typed', async () => {
		const all = await neighbours();
		await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		const { id } = await aClass(all);
		good(await all.helper.call('GET', `/classes/${id}/people?query=bui`));
		const [entry] = (await all.app.house.store.read.select().from(auditEntries)).slice(-1);
		expect(entry).toMatchObject({ action: 'community.people-listed', details: '{"results":1,"searched":true}' });
	});
});

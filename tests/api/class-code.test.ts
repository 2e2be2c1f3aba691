import { describe, expect, it } from 'vitest';
import { attendances } from '../../src/community/tables.ts';
import { learners } from '../../src/identity/tables.ts';
import type { Phone } from '../support/index.ts';
import { aClass, accountOf, good, neighbours, someone, type Neighbours } from '../support/classes.ts';

const hour = 3_600_000;
const here = (phone: Phone, code: string, body: object = {}) =>
	phone.call('POST', `/class-codes/${code}/attendance`, body);
const listOf = async ({ helper }: Neighbours, id: string) => good(await helper.call('GET', `/classes/${id}`)).people;

describe('the code on the wall', () => {
	it('tells which class it is, to anyone who stands before it, and nobody’s name', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people: [{ name: 'Bà Tư' }] }));
		const seen = await all.app.aPhone().call('GET', `/class-codes/${code.toLowerCase().replace('-', '')}`);
		expect(seen).toMatchObject({ status: 200, body: { code, state: 'on', place: { name: 'Thôn Đông' }, came: false } });
		expect(JSON.stringify(seen.body)).not.toMatch(/Bà Tư|Hoa/);
		expect(seen.headers['x-robots-tag']).toBe('noindex');
		expect(await all.app.house.store.read.$count(learners)).toBe(3);
	});

	it('lets somebody with an account say that she is here, once', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh' });
		for (let i = 0; i < 2; i++)
			expect(good(await here(learner, code, { name: 'Tên Khác' }))).toMatchObject({ came: true, as: 'Bùi Thị Ánh' });
		expect(await listOf(all, id)).toMatchObject([
			{ name: 'Bùi Thị Ánh', kind: 'account', ticks: [{ by: null, mine: false, way: 'code', mark: null }] }
		]);
	});

	it('lets somebody without an account say so too, with a name if she likes', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const [anh, nobody] = [all.app.aPhone(), all.app.aPhone()];
		expect((await here(anh, code, { name: '<b>' })).body.fields).toMatchObject([{ field: 'name' }]);
		expect(good(await here(anh, code))).toMatchObject({ came: true, as: null });
		expect(good(await here(anh, code, { name: ' Bùi  Ánh ' }))).toMatchObject({ came: true, as: 'Bùi Ánh' });
		good(await here(nobody, code));
		expect(await listOf(all, id)).toMatchObject([
			{ name: 'Bùi Ánh', kind: 'device' },
			{ name: null, kind: 'device' }
		]);
		expect(good(await nobody.call('GET', `/class-codes/${code}`)).came).toBe(true);
	});

	it.each([
		[-hour - 1, 409, 'community.too-early'],
		[-hour, 200, undefined],
		[6 * hour, 200, undefined],
		[6 * hour + 1, 409, 'community.code-over']
	])('at %i ms from its time is answered %i', async (ms, status, code) => {
		const all = await neighbours();
		const session = await aClass(all, { day: '2026-11-24' });
		all.app.house.clock.set(new Date(new Date(session.startsAt).getTime() + ms));
		const before = await all.app.house.store.read.$count(learners);
		const answer = await here(all.app.aPhone(), session.code);
		expect(answer.status).toBe(status);
		if (code) expect(answer.body.code).toBe(code);
		expect(await all.app.house.store.read.$count(learners)).toBe(before + (status === 200 ? 1 : 0));
	});

	it('of a session that was called off opens nothing', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		good(await all.helper.call('POST', `/classes/${id}/cancellation`, {}));
		expect((await here(all.app.aPhone(), code)).body.code).toBe('community.class-cancelled');
	});

	it('is not guessed: after a few that are none, whoever guesses waits, and another goes in', async () => {
		const all = await neighbours();
		const { code } = await aClass(all);
		const guesser = await someone(all.app, { name: 'Người Đoán' });
		const guess = () => guesser.call('GET', '/class-codes/AAAA-AAAA');
		for (let i = 0; i < 12; i++)
			expect(await guess()).toMatchObject({ status: 404, body: { code: 'community.no-such-code' } });
		expect(await guess()).toMatchObject({ status: 429, body: { code: 'community.too-many-codes' } });
		expect((await here(guesser, code)).status).toBe(429);
		expect((await here(all.app.aPhone(), code)).status).toBe(200);
		all.app.house.clock.pass(11 * 60_000);
		expect((await here(guesser, code)).status).toBe(200);
	});

	it('is not guessed without an account either', async () => {
		const all = await neighbours();
		const statuses = [];
		for (let i = 0; i < 201; i++) statuses.push((await here(all.app.aPhone('198.51.100.9'), 'AAAA-AAAA')).status);
		expect(new Set(statuses.slice(0, 200))).toEqual(new Set([404]));
		expect(statuses[200]).toBe(429);
		expect(await all.app.house.store.read.$count(attendances)).toBe(0);
	});

	it('lets a whole class in at the same moment', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const phones = Array.from({ length: 30 }, () => all.app.aPhone());
		const answers = await Promise.all(phones.map((phone) => here(phone, code)));
		expect(answers.map(({ status }) => status)).toEqual(phones.map(() => 200));
		expect(await listOf(all, id)).toHaveLength(30);
	});

	it('lets nobody in where the list is full, neither by the code nor by a tick', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const rows = Array.from({ length: 500 }, (_, i) => ({ id: `a${i}`, sessionId: id, personKey: `n ${i}` }));
		await all.app.house.store.transact(async (tx) => {
			for (let i = 0; i < rows.length; i += 50)
				await tx
					.insert(attendances)
					.values(rows.slice(i, i + 50).map((row) => ({ ...row, name: 'Bà Tư', firstAt: all.app.house.clock.now() })));
		});
		expect((await here(all.app.aPhone(), code)).body.code).toBe('community.class-full');
		const tick = { way: 'tick', people: [{ name: 'Ông Năm' }] };
		expect((await all.helper.call('POST', `/classes/${id}/attendance`, tick)).body.code).toBe('community.class-full');
	});

	it('is taken back by a helper who does not see her', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		good(await here(all.app.aPhone(), code));
		const [person] = await listOf(all, id);
		expect(good(await all.helper.call('DELETE', `/classes/${id}/attendance/${person.id}`)).people).toEqual([]);
	});
});

describe('somebody who learnt on a device and claims it with her account', () => {
	it('keeps the sessions she came to', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const phone = all.app.aPhone();
		good(await here(phone, code, { name: 'Bùi Ánh' }));
		const person = { name: 'Bùi Thị Ánh', birthYear: 1964, username: 'anh.sen', password: 'ruộng lúa chín vàng' };
		good(await phone.call('POST', '/accounts', person));
		expect(await listOf(all, id)).toMatchObject([{ name: 'Bùi Ánh', kind: 'device' }]);
		good(await phone.call('POST', '/session/device-learning', { take: true }));
		expect(await listOf(all, id)).toMatchObject([{ name: 'Bùi Thị Ánh', kind: 'account', ticks: [{ way: 'code' }] }]);
	});

	it('is there once where both were in the list, with what everyone said', async () => {
		const all = await neighbours();
		const { id, code } = await aClass(all);
		const other = await aClass(all, { topic: 'Buổi khác' });
		const phone = all.app.aPhone();
		good(await here(phone, code));
		good(await here(phone, other.code));
		const person = { name: 'Bùi Thị Ánh', birthYear: 1964, username: 'anh.sen', password: 'ruộng lúa chín vàng' };
		good(await phone.call('POST', '/accounts', { ...person, placeId: all.villages[0] }));
		const people = [{ accountId: await accountOf(phone), mark: 'alone' }];
		good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people }));
		expect(await listOf(all, id)).toHaveLength(2);
		good(await phone.call('POST', '/session/device-learning', { take: true }));
		const [only, ...more] = await listOf(all, id);
		expect(more).toEqual([]);
		expect(only).toMatchObject({ kind: 'account', name: 'Bùi Thị Ánh' });
		expect(only.ticks).toHaveLength(2);
		expect(only.ticks).toEqual(
			expect.arrayContaining([
				{ by: null, mine: false, way: 'code', mark: null },
				{ by: 'Lê Thị Hoa', mine: true, way: 'tick', mark: 'alone' }
			])
		);
		expect(await listOf(all, other.id)).toMatchObject([{ kind: 'account' }]);
		await all.app.house.facts.runDue();
		expect(await listOf(all, id)).toHaveLength(1);
	});
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signOfSession } from '../../src/identity/index.ts';
import { accountOf, aClass, good, giveRole, neighbours, onNow, someone } from '../support/classes.ts';
import { baTu, withCard } from '../support/helped.ts';

const asked = { courseId: 'thu', lessonId: 'giu-ma', questionId: 'giu-ma-1' };

describe('what a helper takes along', () => {
	it('is her sessions of the next two weeks, who may come to them and what is taught, for two weeks', async () => {
		const all = await withCard();
		const session = await aClass(all, { courseId: 'thu' });
		await aClass(all, { day: '2026-12-20' });
		const carried = good(await all.helper.call('GET', '/carried'));
		expect(carried).toMatchObject({ accountId: await accountOf(all.helper), until: '2026-12-07T02:00:00.000Z' });
		expect(carried.classes.map(({ id }: { id: string }) => id)).toEqual([session.id]);
		expect(carried.people[all.villages[0]].people).toMatchObject([{ helpedId: all.card.id, name: baTu.name }]);
		const [question] = carried.lessons[0].questions;
		expect(carried.lessons[0]).toMatchObject({ courseId: 'thu', lessonId: 'giu-ma' });
		expect(question).toEqual({ id: 'giu-ma-1', stem: 'Câu kiểm tra thứ nhất là gì?' });
		expect(carried.places.map(({ id }: { id: string }) => id)).toContain(all.villages[0]);
		const trail = good(await all.root.call('GET', `/audit?action=community.class-carried`));
		expect(trail.entries).toMatchObject([{ action: 'community.class-carried' }]);
	});

	it('is nobody’s who holds no classes, and nothing of a neighbour’s', async () => {
		const all = await withCard();
		await aClass(all);
		const learner = await someone(all.app, { name: 'Lê Văn Bình' });
		expect((await learner.call('GET', '/carried')).status).toBe(403);
		expect((await all.app.aPhone().call('GET', '/carried')).status).toBe(401);
		expect(good(await all.neighbour.call('GET', '/carried'))).toMatchObject({ classes: [], people: {} });
	});
});

describe('a class that was held without signal', () => {
	it('is brought back in one call, and again without a change', async () => {
		const all = await withCard();
		const session = await aClass(all);
		const body = {
			people: [{ helpedId: all.card.id, mark: 'alone' }, { name: 'Bà Ba', mark: 'reminded' }, { name: 'bà  ba' }],
			questions: [{ ...asked, marks: ['alone', 'not-yet', 'reminded'] }]
		};
		const bring = () => all.helper.call('PUT', `/classes/${session.id}/carried`, body);
		expect(good(await bring())).toEqual({ came: 2, others: [] });
		const read = async () => [
			good(await all.helper.call('GET', `/classes/${session.id}`)).people,
			good(await all.helper.call('GET', `/classes/${session.id}/marks`)).lessons
		];
		const before = await read();
		expect(before[1][0].marks.map(({ mark }: { mark: string }) => mark).sort()).toEqual(['alone', 'reminded']);
		expect(good(await bring())).toEqual({ came: 2, others: [] });
		expect(await read()).toEqual(before);
	});

	it('keeps the words of two helpers side by side, and says who else wrote', async () => {
		const all = await withCard();
		const other = await someone(all.app, { name: 'Vũ Thị Lan' });
		await giveRole(all, other, { role: 'helper', placeId: all.commune });
		const session = await aClass(all);
		const path = `/classes/${session.id}/carried`;
		const seen = (mark: string) => ({
			people: [{ helpedId: all.card.id, mark }],
			questions: [{ ...asked, marks: [mark] }]
		});
		good(await other.call('PUT', path, seen('alone')));
		expect(good(await all.helper.call('PUT', path, seen('not-yet')))).toEqual({ came: 1, others: ['Vũ Thị Lan'] });
		const [came] = good(await all.helper.call('GET', `/classes/${session.id}`)).people;
		expect(came.ticks.map(({ mark }: { mark: string }) => mark).sort()).toEqual(['alone', 'not-yet']);
	});

	it('is kept whole or not at all', async () => {
		const all = await withCard();
		const session = await aClass(all);
		const bring = (body: object) => all.helper.call('PUT', `/classes/${session.id}/carried`, body);
		const people = [{ helpedId: all.card.id }];
		const uneven = await bring({ people, questions: [{ ...asked, marks: ['alone', 'alone'] }] });
		expect(uneven.body.code).toBe('marks.uneven');
		const unknown = await bring({ people, questions: [{ ...asked, questionId: 'khong-co', marks: ['alone'] }] });
		expect(unknown.status).toBeGreaterThanOrEqual(400);
		expect(good(await all.helper.call('GET', `/classes/${session.id}`)).people).toEqual([]);
	});

	it('keeps by name whoever is no longer in the list by then', async () => {
		const all = await withCard();
		const session = await aClass(all);
		good(await all.helper.call('DELETE', `/helped-learners/${all.card.id}`));
		const bring = (person: object) =>
			all.helper.call('PUT', `/classes/${session.id}/carried`, { people: [person], questions: [] });
		expect((await bring({ helpedId: all.card.id })).body.code).toBe('community.no-such-person');
		expect(good(await bring({ helpedId: all.card.id, name: 'Bùi Thị Tư', birthYear: 1950 })).came).toBe(1);
		const { people } = good(await all.helper.call('GET', `/classes/${session.id}`));
		expect(people).toMatchObject([{ kind: 'written', name: 'Bùi Thị Tư', birthYear: 1950 }]);
	});

	it('is refused before it began, after it was called off, and from a helper who has left', async () => {
		const all = await withCard();
		const people = [{ helpedId: all.card.id }];
		const bring = (id: string) => all.helper.call('PUT', `/classes/${id}/carried`, { people, questions: [] });
		const tomorrow = await aClass(all, { day: '2026-11-24' });
		expect((await bring(tomorrow.id)).body.code).toBe('community.too-early');
		const off = await aClass(all, { topic: 'Đã hủy' });
		good(await all.helper.call('POST', `/classes/${off.id}/cancellation`));
		expect((await bring(off.id)).body.code).toBe('community.class-cancelled');
		const there = good(await all.neighbour.call('POST', '/classes', { ...onNow, placeId: all.elsewhere }));
		expect((await bring(there.id)).status).toBe(404);
		const session = await aClass(all);
		const { grants } = good(await all.root.call('GET', `/accounts/${await accountOf(all.helper)}`));
		for (const { id } of grants) good(await all.root.call('DELETE', `/grants/${id}`));
		expect((await bring(session.id)).status).toBe(403);
		expect((await all.helper.call('GET', '/carried')).status).toBe(403);
	});
});

describe('somebody written down without signal', () => {
	it('is there once under the phone’s own id, however often she is sent, and can be ticked', async () => {
		const all = await neighbours();
		const id = randomUUID();
		const bring = (phone = all.helper, part = {}) =>
			phone.call('PUT', `/helped-learners/${id}/carried`, { ...baTu, placeId: all.villages[0], ...part });
		expect(good(await bring())).toMatchObject({ id, name: baTu.name });
		expect(good(await bring())).toMatchObject({ id, name: baTu.name });
		expect(good(await all.helper.call('GET', '/helped-learners')).learners).toHaveLength(1);
		expect(good(await all.helper.call('GET', `/helped-learners/${id}`)).card).toBeNull();
		const session = await aClass(all);
		const body = { people: [{ helpedId: id }], questions: [] };
		expect(good(await all.helper.call('PUT', `/classes/${session.id}/carried`, body)).came).toBe(1);
		const elsewhere = await bring(all.neighbour, { placeId: all.elsewhere });
		expect(elsewhere.status).toBe(404);
		expect((await bring(all.neighbour)).status).toBe(403);
	});

	it('is not written down again by a phone once she took her consent back', async () => {
		const all = await neighbours();
		const path = `/helped-learners/${randomUUID()}`;
		const bring = () => all.helper.call('PUT', `${path}/carried`, { ...baTu, placeId: all.villages[0] });
		good(await bring());
		good(await all.helper.call('DELETE', path));
		expect((await bring()).body.code).toBe('helped.removed');
		expect(good(await all.helper.call('GET', '/helped-learners')).learners).toEqual([]);
	});

	it('is told of as always where somebody of that name and year is known, or nobody agreed', async () => {
		const all = await withCard();
		const bring = (part: object) =>
			all.helper.call('PUT', `/helped-learners/${randomUUID()}/carried`, {
				...baTu,
				placeId: all.villages[0],
				...part
			});
		expect((await bring({})).body.code).toBe('helped.exists');
		expect((await bring({ consent: false })).status).toBe(400);
		expect(good(await bring({ apart: 'xóm dưới' }))).toMatchObject({ apart: 'xóm dưới' });
	});
});

describe('the sign of a session', () => {
	it('tells a session that was signed out from one that is open or merely old', async () => {
		const all = await withCard();
		const { sign } = good(await all.helper.call('GET', '/carried'));
		const standing = async (value: string) => all.app.aPhone().call('POST', '/session/standing', { sign: value });
		expect(good(await standing(sign))).toEqual({ signedOut: false, sign: null });
		all.app.house.clock.set('2027-11-23T02:00:00.000Z');
		expect(good(await standing(sign))).toEqual({ signedOut: false, sign: null });
		for (const forged of ['', 'x', `${sign}x`, sign.split('.')[0] ?? ''])
			expect((await standing(forged)).status).toBe(404);
		all.app.house.clock.set('2026-11-23T02:00:00.000Z');
		good(await all.helper.call('DELETE', '/sessions'));
		expect(good(await standing(sign))).toEqual({ signedOut: true, sign: null });
	});

	it('says nothing of a session that nobody knows, and gives whoever has a new password a new one', async () => {
		const all = await withCard();
		const gone = signOfSession(all.app.house, 'of-before-a-restore');
		expect(good(await all.helper.call('POST', '/session/standing', { sign: gone })).signedOut).toBe(false);
		const { sign } = good(await all.helper.call('GET', '/carried'));
		const change = { current: 'ruộng lúa chín vàng', next: 'mưa thuận gió hòa quanh năm' };
		good(await all.helper.call('POST', '/me/password', change));
		const after = good(await all.helper.call('POST', '/session/standing', { sign }));
		expect(after.signedOut).toBe(true);
		expect(good(await all.helper.call('POST', '/session/standing', { sign: after.sign })).signedOut).toBe(false);
	});
});

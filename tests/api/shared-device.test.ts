import { describe, expect, it } from 'vitest';
import { learners, sessions } from '../../src/identity/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

const password = 'ruộng lúa chín vàng';
const lan = { name: 'Nguyễn Thị Lan', birthYear: 1964, username: 'lan.sen', password };
const hung = { name: 'Lê Văn Hùng', birthYear: 1960, username: 'hung.sen', password: 'con mèo đen nhà em' };
const lesson = '/courses/thu/lessons/giu-ma';

const nameOn = async (phone: Phone) => (await phone.call('GET', '/session')).body.account?.name ?? null;
const here = async (phone: Phone) => (await phone.call('GET', '/device/people')).body;
const whose = async (phone: Phone) => (await phone.call('GET', '/me/progress')).body.learner.whose;
const answeredOn = async (phone: Phone) => (await phone.call('GET', `${lesson}/standing`)).body.answered;

async function answer(phone: Phone, part: object = {}) {
	const { body } = await phone.call('GET', lesson);
	const { question } = body.parts.find(({ kind }: { kind: string }) => kind === 'question');
	const choice = { questionId: question.id, optionId: question.options[0].id };
	return phone.call('POST', `${lesson}/answers`, { ...choice, ...part });
}

/** A phone on which Lan and then Hùng signed up; Hùng is in. */
async function aFamilysPhone({ aPhone }: TestApp): Promise<Phone> {
	const phone = aPhone();
	for (const person of [lan, hung]) expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
	return phone;
}

const idOf = async (phone: Phone, name: string): Promise<string> =>
	(await here(phone)).people.find((each: { name: string }) => each.name === name)?.accountId ?? 'nobody';

describe('a phone that a family shares', () => {
	it('remembers who signed in on it, by short names, and nobody else does', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		expect((await here(phone)).people).toMatchObject([
			{ name: 'L. V. Hùng', current: true },
			{ name: 'N. T. Lan', current: false }
		]);
		expect(await here(app.aPhone())).toEqual({ people: [], learners: [] });
		await phone.call('DELETE', '/session');
		expect((await here(phone)).people).toHaveLength(2);
	});

	it('lets one of them in by the password alone, in place of the other', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const accountId = await idOf(phone, 'N. T. Lan');
		const wrong = await phone.call('POST', '/session/again', { accountId, password: hung.password });
		expect(wrong).toMatchObject({ status: 401, body: { code: 'identity.wrong-password' } });
		expect(await nameOn(phone)).toBe(hung.name);
		const blank = await phone.call('POST', '/session/again', { accountId, password: '' });
		expect(blank).toMatchObject({ status: 400, body: { fields: [{ field: 'password' }] } });
		const right = await phone.call('POST', '/session/again', { accountId, password });
		expect(right).toMatchObject({ status: 200, body: { account: { name: lan.name } } });
		const open = (await app.house.store.read.select().from(sessions)).filter(({ endedAt }) => endedAt === null);
		expect(open.map((session) => session.accountId)).toEqual([accountId]);
	});

	it('lets nobody in by a name that another phone remembers, or that was written by hand', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const accountId = await idOf(phone, 'N. T. Lan');
		const stranger = app.aPhone();
		const forged = (phone.cookies.get('quen') ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
		for (const cookie of ['', forged, 'x'.repeat(4_000), `${'a'.repeat(16)}~${accountId}.TGFu.${'b'.repeat(22)}`]) {
			stranger.cookies.set('quen', cookie);
			expect((await here(stranger)).people).toEqual([]);
			const answer = await stranger.call('POST', '/session/again', { accountId, password });
			expect(answer).toMatchObject({ status: 404, body: { code: 'identity.not-known-here' } });
		}
	});

	it('forgets a name when it is told to, and the ninth in turn', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const accountId = await idOf(phone, 'N. T. Lan');
		expect((await phone.call('DELETE', `/device/people/${accountId}`)).status).toBe(204);
		expect((await here(phone)).people.map(({ name }: { name: string }) => name)).toEqual(['L. V. Hùng']);
		expect((await phone.call('POST', '/session/again', { accountId, password })).status).toBe(404);
		for (let i = 0; i < 8; i++)
			await phone.call('POST', '/accounts', { ...lan, name: 'Vàng A Páo', username: `pao.${i}` });
		const { people } = await here(phone);
		expect(people.map(({ name }: { name: string }) => name)).toEqual(Array.from({ length: 8 }, () => 'V. A. Páo'));
		expect(phone.cookies.get('quen')?.length).toBeLessThan(700);
		for (const { accountId: id } of people) await phone.call('DELETE', `/device/people/${id}`);
		expect(phone.cookies.has('quen')).toBe(false);
	});

	it('keeps its people’s tries apart from strangers’ guesses', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const guess = () => app.aPhone().call('POST', '/session', { identifier: lan.username, password: 'sai' });
		for (let i = 0; i < 5; i++) await guess();
		expect((await guess()).status).toBe(429);
		expect((await phone.call('POST', '/session', { identifier: lan.username, password })).status).toBe(200);
	});
});

describe('learning without an account on a shared phone', () => {
	it('starts anew for the next person, and the former finds her own again', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		await answer(phone);
		const first = await whose(phone);
		const next = await phone.call('POST', '/device/learner', {});
		expect(next).toMatchObject({ status: 200, body: { account: null, learner: { known: false } } });
		expect([await answeredOn(phone), await app.house.store.read.$count(learners)]).toEqual([0, 1]);
		await phone.call('POST', '/device/learner', {});
		app.house.clock.pass(60_000);
		await answer(phone);
		expect(await here(phone)).toMatchObject({
			people: [],
			learners: [
				{ number: 1, current: true },
				{ number: 0, current: false }
			]
		});
		expect(await whose(phone)).not.toBe(first);
		const back = await phone.call('POST', '/device/learner', { number: 0 });
		expect(back.body.learner).toEqual({ known: true });
		expect([await whose(phone), await answeredOn(phone)]).toEqual([first, 1]);
		const nobody = await phone.call('POST', '/device/learner', { number: 7 });
		expect(nobody).toMatchObject({ status: 404, body: { code: 'identity.no-such-learner-here' } });
	});

	it('signs out whoever was in, and what was learnt without an account is not offered to who comes back', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const copy = app.aPhone();
		for (const [name, value] of phone.cookies) copy.cookies.set(name, value);
		await phone.call('POST', '/device/learner', {});
		expect([await nameOn(phone), await nameOn(copy)]).toEqual([null, null]);
		await answer(phone);
		const accountId = await idOf(phone, 'N. T. Lan');
		const { body } = await phone.call('POST', '/session/again', { accountId, password });
		expect(body).toMatchObject({ account: { name: lan.name }, deviceLearning: { present: true, asked: true } });
		expect(await answeredOn(phone)).toBe(0);
		await phone.call('DELETE', '/session');
		expect(await answeredOn(phone)).toBe(1);
	});
});

describe('an answer that was given by somebody else', () => {
	it('is refused and kept out, whoever holds the phone now', async () => {
		const app = await anApp();
		const phone = await aFamilysPhone(app);
		const hungs = await whose(phone);
		const accountId = await idOf(phone, 'N. T. Lan');
		await phone.call('POST', '/session/again', { accountId, password });
		const late = { whose: hungs, way: 'offline', answeredAt: app.house.clock.now().toISOString() };
		expect(await answer(phone, late)).toMatchObject({ status: 409, body: { code: 'learn.somebody-elses' } });
		await phone.call('POST', '/device/learner', {});
		expect((await answer(phone, late)).status).toBe(409);
		expect(await answeredOn(phone)).toBe(0);
		await phone.call('POST', '/session', { identifier: hung.username, password: hung.password });
		expect((await answer(phone, late)).status).toBe(200);
	});

	it('is her own before and after the first one without an account', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		await phone.call('POST', '/device/learner', {});
		const mine = await whose(phone);
		expect((await answer(phone, { whose: mine })).status).toBe(200);
		expect(await whose(phone)).toBe(mine);
		expect((await answer(phone, { whose: mine })).status).toBe(200);
	});
});

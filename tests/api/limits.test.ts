import { describe, expect, it } from 'vitest';
import { madeWithoutCookie } from '../../src/identity/limits.ts';
import { newcomersCookie } from '../../src/identity/index.ts';
import { accounts, devices, learners } from '../../src/identity/tables.ts';
import { newRecordCode } from '../../src/certify/record-code.ts';
import { oneMore, type Limit } from '../../src/platform/counting.ts';
import { allowances } from '../../src/platform/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

const password = 'ruộng lúa chín vàng';
const village = '203.0.113.7';
const lesson = '/courses/thu/lessons/giu-ma';
const forty = Array.from({ length: 40 }, (_, i) => i);
const personOf = (i: number) => ({ name: 'Nguyễn Thị Lan', birthYear: 1960, username: `lan.${i}`, password });

/** A phone that was sent a page on which something can begin. */
function aVisitorsPhone({ house, aPhone }: TestApp, address = village): Phone {
	const phone = aPhone(address);
	const cookie = newcomersCookie(house.secrets, {});
	if (cookie) phone.cookies.set(cookie.name, cookie.value);
	return phone;
}

async function firstAnswer(phone: Phone) {
	const { body } = await phone.call('GET', lesson);
	const asked = body.parts.find(({ kind }: { kind: string }) => kind === 'question').question;
	return () => phone.call('POST', `${lesson}/answers`, { questionId: asked.id, optionId: asked.options[0].id });
}

/** As if all but one of what a limit allows had been done. */
async function allButOne({ house }: TestApp, limit: Limit, who: string): Promise<void> {
	const keyHash = house.secrets.mark('allowances', `${limit.name} ${who}`);
	const row = { ...oneMore(limit, undefined, house.clock.now()), count: limit.free - 1, keyHash };
	await house.store.transact(async (tx) => void (await tx.insert(allowances).values(row)));
}

describe('a village behind one address', () => {
	it('signs up and signs in, forty phones within a minute, and none is refused', async () => {
		const app = await anApp();
		const phones = forty.map(() => app.aPhone(village));
		const made = await Promise.all(phones.map((phone, i) => phone.call('POST', '/accounts', personOf(i))));
		expect(made.map(({ status }) => status)).toEqual(forty.map(() => 201));
		const others = forty.map(() => app.aPhone(village));
		const entered = await Promise.all(
			others.map((phone, i) => phone.call('POST', '/session', { identifier: `lan.${i}`, password }))
		);
		expect(entered.map(({ status }) => status)).toEqual(forty.map(() => 200));
		expect(await app.house.store.read.$count(accounts)).toBe(40);
	});

	it('gives forty first answers without an account, with or without cookies', async () => {
		const app = await anApp();
		for (const aPhone of [() => app.aPhone(village), () => aVisitorsPhone(app)]) {
			const answers = await Promise.all(forty.map(() => firstAnswer(aPhone())));
			const told = await Promise.all(answers.map((answer) => answer()));
			expect(told.map(({ status }) => status)).toEqual(forty.map(() => 200));
		}
		expect(await app.house.store.read.$count(learners)).toBe(80);
	});

	it('is not slowed by honest slips, each at her own number', async () => {
		const app = await anApp();
		const slips = await Promise.all(
			forty.map((i) => app.aPhone(village).call('POST', '/session', { identifier: `lan.${i}`, password: 'nhầm' }))
		);
		expect(slips.map(({ status }) => status)).toEqual(forty.map(() => 401));
	});
});

describe('two first answers at the same moment', () => {
	it('come from one learner where the phone has its cookie from the page', async () => {
		const app = await anApp();
		const answer = await firstAnswer(aVisitorsPhone(app));
		const told = await Promise.all([answer(), answer(), answer()]);
		expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
		for (const table of [learners, devices]) expect(await app.house.store.read.$count(table)).toBe(1);
	});
});

describe('a flood', () => {
	it('of new learners without cookies is told to wait, by its address alone', async () => {
		const app = await anApp();
		await allButOne(app, madeWithoutCookie, village);
		const one = await firstAnswer(app.aPhone(village));
		expect((await one()).status).toBe(200);
		const next = await firstAnswer(app.aPhone(village));
		expect(await next()).toMatchObject({
			status: 429,
			body: { code: 'platform.too-quick', minutes: 10, title: 'Bấm hơi nhanh. Chờ 10 phút rồi thử lại nhé.' },
			headers: { 'retry-after': '600' }
		});
		expect((await app.aPhone(village).call('POST', '/accounts', personOf(1))).status).toBe(429);
		expect((await one()).status).toBe(200);
		const browser = await firstAnswer(aVisitorsPhone(app));
		expect((await browser()).status).toBe(200);
		const elsewhere = await firstAnswer(app.aPhone('198.51.100.1'));
		expect((await elsewhere()).status).toBe(200);
		app.house.clock.pass(10 * 60_000);
		expect((await next()).status).toBe(200);
	});

	it('is no flood where everybody comes through a proxy that nobody named', async () => {
		const app = await anApp();
		await allButOne(app, madeWithoutCookie, '10.0.0.1');
		const through = { 'x-forwarded-for': '198.51.100.9' };
		for (const i of [1, 2, 3]) {
			const made = await app.aPhone('10.0.0.1').call('POST', '/accounts', personOf(i), through);
			expect(made.status).toBe(201);
		}
	});

	it('of quizzes of somebody without an account is told to wait', async () => {
		const app = await anApp();
		const phone = aVisitorsPhone(app);
		const begin = () => phone.call('POST', '/courses/thu/attempts', {});
		for (let i = 0; i < 40; i++) {
			const { status, body } = await begin();
			expect(status).toBe(201);
			await phone.call('POST', `/attempts/${body.id}/finish`, { finishUnanswered: true });
		}
		expect(await begin()).toMatchObject({ status: 429, headers: { 'retry-after': '3600' } });
	});
});

describe('asking for records by their code', () => {
	it('is told to wait after very many that are none, in the reader’s language', async () => {
		const app = await anApp();
		const phone = app.aPhone(village);
		const ask = (code: string, from = phone) =>
			from.call('GET', `/verifications/${code}`, undefined, { 'accept-language': 'en' });
		for (let i = 0; i < 50; i++) {
			expect((await ask(newRecordCode())).body.status).toBe('unknown');
			expect((await ask('nonsense')).body.status).toBe('mistyped');
		}
		expect(await ask(newRecordCode())).toMatchObject({
			status: 429,
			body: { code: 'certify.too-many-unknown', title: expect.stringContaining('Wait 10 minutes') },
			headers: { 'retry-after': '600' }
		});
		expect((await ask('nonsense', app.aPhone('198.51.100.1'))).status).toBe(200);
		app.house.clock.pass(10 * 60_000);
		expect((await ask('nonsense')).status).toBe(200);
	});
});

it('whoever is told to come back later is told when, also where nobody knows exactly', async () => {
	const app = await anApp();
	const guess = () => app.aPhone().call('POST', '/session', { identifier: 'lan', password: 'sai' });
	for (let i = 0; i < 5; i++) expect((await guess()).headers['retry-after']).toBeUndefined();
	expect(await guess()).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
});

import { describe, expect, it } from 'vitest';
import { overdueSweep, sittingsSweep } from '../../src/assess/index.ts';
import { giveRole, good, neighbours, someone } from '../support/classes.ts';
import { open as openCard, writeDown } from '../support/helped.ts';
import { answer, join, opened, sitting, steer, told, watch, type Person } from '../support/sittings.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a supervised sitting', () => {
	it('is joined by a code that is easily read, with or without an account, and by a card', async () => {
		const all = await neighbours();
		const one = await opened(all);
		expect(one.code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
		const [phone, lan] = [all.app.aPhone(), await someone(all.app, { name: 'Vũ Thị Lan' })];
		const card = await writeDown(all);
		const shared = all.app.aPhone();
		good(await openCard(shared, card));
		expect(good(await phone.call('GET', `/sitting-codes/${one.code.toLowerCase()}`))).toMatchObject({
			open: true,
			as: null,
			own: false,
			attemptId: null
		});
		const first = await join(phone, one, { name: 'Bà Tư' });
		expect(first.status).toBe(201);
		expect(first.body).toMatchObject({ testId: 'cuoi', minutesLeft: 30 });
		good(await join(lan, one));
		good(await join(shared, one));
		const { people } = await watch(all.helper, one);
		expect(people.map(({ name }: Person) => name)).toEqual(['Bà Tư', 'Vũ Thị Lan', 'Bùi Thị Tư']);
		expect(people[0]).toMatchObject({ number: 1, state: 'working', assurance: 'supervised', question: 1, answered: 0 });
	});

	it('shows how far everybody is, and never what was answered', async () => {
		const { helper, one, phone, attempt, clock } = await sitting();
		clock.pass(2 * minute);
		good(await answer(phone, attempt));
		const seen = await helper.call('GET', `/sittings/${one.id}`);
		expect(seen.body.people[0]).toMatchObject({
			question: 2,
			answered: 1,
			total: 6,
			minutesLeft: 28,
			lastSeenAt: clock.now().toISOString(),
			level: null
		});
		expect(seen.raw.toString()).not.toContain(attempt.questions[0].id);
	});

	it('joined twice is one attempt, also on two phones of one learner at once: the last answer stands', async () => {
		const { helper, one, phone, attempt, app } = await sitting();
		const again = await join(phone, one);
		expect([again.status, again.body.id]).toEqual([200, attempt.id]);
		const other = app.aPhone();
		for (const [name, value] of phone.cookies) other.cookies.set(name, value);
		expect((await join(other, one)).body.id).toBe(attempt.id);
		const both = await Promise.all([phone, other].map((each) => answer(each, attempt)));
		expect(both.map(({ status }) => status)).toEqual([200, 200]);
		expect((await watch(helper, one)).people).toMatchObject([{ answered: 1 }]);
		const fresh = app.aPhone();
		good(await fresh.call('POST', '/courses/thu/attempts', {}));
		const twin = app.aPhone();
		for (const [name, value] of fresh.cookies) twin.cookies.set(name, value);
		const [a, b] = await Promise.all([join(fresh, one), join(twin, one)]);
		expect([a?.status, b?.status].sort()).toEqual([200, 201]);
		expect(a?.body.id).toBe(b?.body.id);
	});

	it('opened twice in a row is one', async () => {
		const all = await neighbours();
		const [one, two] = [await opened(all), await opened(all)];
		expect(two.id).toBe(one.id);
		all.app.house.clock.pass(2 * minute);
		expect((await opened(all)).id).not.toBe(one.id);
	});

	it('is told to the learner with her result, whether or not the supervisor saw her papers', async () => {
		const { helper, one, phone, attempt } = await sitting();
		for (let i = 0; i < 2; i++) good(await steer(helper, one, 'identity-checks', { attemptId: attempt.id }));
		const { findings } = good(await phone.call('POST', `/attempts/${attempt.id}/finish`, { finishUnanswered: true }));
		expect(findings.assurance).toBe('identity-checked');
		expect((await watch(helper, one)).people[0]).toMatchObject({ state: 'finished', level: null, question: null });
	});
});

describe('the clock of a sitting', () => {
	it('stands while paused: nobody reads on or answers, and no time is lost', async () => {
		const { helper, one, phone, attempt, clock } = await sitting();
		clock.pass(10 * minute);
		good(await steer(helper, one, 'pause'));
		clock.pass(10_000);
		expect((await answer(phone, attempt)).status, 'on its way when the clock stopped').toBe(200);
		clock.pass(hour);
		good(await steer(helper, one, 'pause'));
		expect(told(await answer(phone, attempt, 1))).toEqual([409, 'assess.paused']);
		const seen = good(await phone.call('GET', `/attempts/${attempt.id}`));
		expect(seen).toMatchObject({ paused: true, minutesLeft: 20, questions: [], answered: 1 });
		const after = good(await steer(helper, one, 'resume', { attemptId: attempt.id }));
		expect(after.people[0]).toMatchObject({ state: 'working', minutesLeft: 20 });
		good(await steer(helper, one, 'resume'));
		good(await answer(phone, attempt, 1));
		const { closesAt } = good(await phone.call('GET', `/attempts/${attempt.id}`));
		expect(new Date(closesAt).getTime() - new Date(attempt.closesAt).getTime()).toBe(hour + 10_000);
	});

	it('is the server’s: a phone that says another time changes nothing', async () => {
		const { phone, attempt, clock } = await sitting();
		const { id } = attempt.questions[0];
		const path = `/attempts/${attempt.id}/answers/${id}`;
		const early = { dontKnow: true, answeredAt: '2020-01-01T00:00:00.000Z' };
		expect((await phone.call('PUT', path, early)).status).toBe(400);
		clock.pass(31 * minute);
		const late = await phone.call('PUT', path, { dontKnow: true }, { date: 'Mon, 23 Nov 2026 02:00:00 GMT' });
		expect(told(late)).toEqual([409, 'assess.time-over']);
	});

	it('is given more minutes for one or all, once for a form that is sent twice', async () => {
		const { helper, one, app, attempt } = await sitting();
		good(await join(app.aPhone(), one));
		const all = { minutes: 10, key: 'mot-lan-thoi' };
		await Promise.all([steer(helper, one, 'extensions', all), steer(helper, one, 'extensions', all)]);
		const left = async () => (await watch(helper, one)).people.map(({ minutesLeft }: Person) => minutesLeft);
		expect(await left()).toEqual([40, 40]);
		good(await steer(helper, one, 'extensions', { minutes: 5, key: 'lan-thu-hai', attemptId: attempt.id }));
		expect(await left()).toEqual([45, 40]);
		expect((await steer(helper, one, 'extensions', { minutes: 0, key: 'lan-thu-ba' })).status).toBe(400);
	});

	it('ends an attempt in the sitting as anywhere: answers after it are refused, what came before counts', async () => {
		const { helper, one, phone, attempt, clock } = await sitting();
		good(await answer(phone, attempt));
		clock.pass(31 * minute);
		expect(told(await answer(phone, attempt, 1))).toEqual([409, 'assess.time-over']);
		expect((await watch(helper, one)).people[0]).toMatchObject({ state: 'finished', answered: 1, minutesLeft: null });
		const late = await steer(helper, one, 'extensions', { minutes: 5, key: 'qua-muon-roi', attemptId: attempt.id });
		expect(told(late)).toEqual([409, 'assess.attempt-closed']);
	});

	it('has nothing to extend where a test has no end', async () => {
		const { helper, one } = await sitting({ testId: 'thu-suc' });
		const answer = await steer(helper, one, 'extensions', { minutes: 5, key: 'khong-tinh-gio' });
		expect(told(answer)).toEqual([409, 'sittings.no-clock']);
	});
});

describe('the end of a sitting', () => {
	it('lets nobody join, and lets who is at it go on, also who was paused', async () => {
		const { helper, one, phone, attempt, app, clock } = await sitting();
		good(await steer(helper, one, 'pause'));
		clock.pass(hour);
		for (let i = 0; i < 2; i++) good(await steer(helper, one, 'closing'));
		const late = app.aPhone();
		expect(told(await join(late, one))).toEqual([409, 'sittings.code-over']);
		expect(late.cookies.has('may'), 'no learner is made for who comes too late').toBe(false);
		expect((await join(phone, one)).body.id).toBe(attempt.id);
		good(await answer(phone, attempt));
		expect(told(await steer(helper, one, 'pause'))).toEqual([409, 'sittings.closed']);
		good(await steer(helper, one, 'extensions', { minutes: 5, key: 'them-mot-chut' }));
		expect((await watch(helper, one)).people[0].minutesLeft).toBe(35);
	});

	it('ends all attempts where the supervisor says so, with what was answered', async () => {
		const { helper, one, phone, attempt } = await sitting();
		good(await answer(phone, attempt));
		const { people, open } = good(await steer(helper, one, 'closing', { endAll: true }));
		expect([open, people[0].state]).toEqual([false, 'finished']);
		expect(told(await answer(phone, attempt, 1))).toEqual([409, 'assess.attempt-closed']);
	});

	it('comes by itself when the supervisor has left; meanwhile another one with the same right takes over', async () => {
		const all = await sitting();
		const { helper, one, attempt, app, clock, villages } = all;
		good(await steer(helper, one, 'pause'));
		const other = await someone(app, { name: 'Đỗ Văn Thay' });
		await giveRole(all, other, { role: 'helper', placeId: villages[0] });
		good(await steer(other, one, 'resume'));
		good(await steer(other, one, 'pause', { attemptId: attempt.id }));
		clock.pass(8 * hour);
		await overdueSweep(app.house).run();
		await sittingsSweep(app.house).run();
		expect(await watch(other, one)).toMatchObject({ open: false, people: [{ state: 'working', minutesLeft: 30 }] });
		expect(told(await join(app.aPhone(), one))).toEqual([409, 'sittings.code-over']);
		clock.pass(hour);
		await overdueSweep(app.house).run();
		expect((await watch(other, one)).people[0].state).toBe('finished');
	});
});

import { describe, expect, it } from 'vitest';
import { overdueSweep, sittingsSweep } from '../../src/assess/index.ts';
import type { Phone, Reply } from '../support/index.ts';
import { accountOf, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { open as openCard, writeDown } from '../support/helped.ts';

const minute = 60_000;
const hour = 60 * minute;

type Person = { attemptId: string; name: string | null; state: string; minutesLeft: number | null };
interface Sitting {
	id: string;
	code: string;
	people: Person[];
}

async function opened(all: Neighbours, part: object = {}): Promise<Sitting> {
	return good(await all.helper.call('POST', '/sittings', { testId: 'cuoi', placeId: all.villages[0], ...part }));
}

const join = (phone: Phone, { code }: Pick<Sitting, 'code'>, body: object = {}) =>
	phone.call('POST', `/sitting-codes/${code}/attempts`, body);
const watch = async (phone: Phone, { id }: Sitting) => good(await phone.call('GET', `/sittings/${id}`));
const steer = (phone: Phone, { id }: Sitting, what: string, body: object = {}) =>
	phone.call('POST', `/sittings/${id}/${what}`, body);
const told = ({ status, body }: Reply) => [status, body.code];

/** Answers the question at that place of an attempt with its first option. */
async function answer(phone: Phone, attempt: { id: string; questions: Shown[] }, at = 0): Promise<Reply> {
	const { id = '', fields = [] } = attempt.questions[at] ?? {};
	const response = { option: [fields[0]?.options[0]?.id ?? ''] };
	return phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { response });
}
type Shown = { id: string; fields: { options: { id: string }[] }[] };

/** A sitting and somebody without an account who has joined it. */
async function sitting(part: object = {}) {
	const all = await neighbours();
	const one = await opened(all, part);
	const phone = all.app.aPhone();
	const attempt = good(await join(phone, one, { name: 'Bà Tư' }));
	return { ...all, one, phone, attempt, clock: all.app.house.clock };
}

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

describe('what does not count', () => {
	it('is said with a reason that is kept and told to the learner, who may begin anew', async () => {
		const { helper, one, phone, attempt } = await sitting();
		const missing = await steer(helper, one, 'voids', { attemptId: attempt.id, reason: ' ' });
		expect([missing.status, missing.body.fields[0].field]).toEqual([400, 'reason']);
		const reason = 'Mở máy khác tra câu trả lời';
		good(await steer(helper, one, 'voids', { attemptId: attempt.id, reason }));
		const again = good(await steer(helper, one, 'voids', { attemptId: attempt.id, reason: 'Lý do khác' }));
		expect(again.people[0]).toMatchObject({ state: 'void', voidReason: reason, level: null });
		const { findings } = good(await phone.call('GET', `/attempts/${attempt.id}/result`));
		expect(findings.voidReason).toBe(reason);
		const anew = await join(phone, one);
		expect(anew.status).toBe(201);
		expect(anew.body.id).not.toBe(attempt.id);
	});
});

describe('the retake rule in a sitting', () => {
	async function takenAlone(part: object) {
		const all = await neighbours();
		const phone = all.app.aPhone();
		const first = good(await phone.call('POST', '/tests/cuoi/attempts', {}));
		return { ...all, phone, first, one: await opened(all, part) };
	}

	it('holds as anywhere', async () => {
		const { phone, first, one } = await takenAlone({});
		expect(told(await join(phone, one))).toEqual([409, 'sittings.begun-elsewhere']);
		good(await phone.call('POST', `/attempts/${first.id}/finish`, { finishUnanswered: true }));
		expect(told(await join(phone, one))).toEqual([409, 'assess.too-soon']);
	});

	it('is set aside where the supervisor says so, which is kept', async () => {
		const { root, phone, first, one } = await takenAlone({ retakeAllowed: true });
		const { status, body } = await join(phone, one);
		expect(status).toBe(201);
		expect(body.id).not.toBe(first.id);
		expect(good(await phone.call('GET', `/attempts/${first.id}/result`)).score).toBe(0);
		const { entries } = good(await root.call('GET', '/audit?action=assess.sitting-opened'));
		expect(entries[0].more).toContain('cho làm lại');
	});
});

describe('who may', () => {
	it('open a sitting: those who hold classes at the place, and nobody else', async () => {
		const all = await neighbours();
		const body = { testId: 'cuoi', placeId: all.villages[0] };
		const outside = await all.neighbour.call('POST', '/sittings', body);
		expect([...told(outside), outside.body.fields[0].field]).toEqual([403, 'sittings.not-your-place', 'placeId']);
		expect((await (await someone(all.app, { name: 'Vũ Thị Lan' })).call('POST', '/sittings', body)).status).toBe(403);
		expect((await all.app.aPhone().call('POST', '/sittings', body)).status).toBe(401);
		const nowhere = await all.helper.call('POST', '/sittings', { ...body, testId: 'khong-co' });
		expect(told(nowhere)).toEqual([404, 'catalog.no-such-test']);
	});

	it('watch and steer: not the helper of another village, nor a learner', async () => {
		const all = await sitting();
		const { app, neighbour, one, attempt, villages, phone } = all;
		const beside = await someone(app, { name: 'Đỗ Văn Bên' });
		await giveRole(all, beside, { role: 'helper', placeId: villages[1] });
		const attemptId = attempt.id;
		const doings = [
			['pause', {}],
			['resume', { attemptId }],
			['extensions', { minutes: 5, key: 'khong-duoc-dau' }],
			['identity-checks', { attemptId }],
			['voids', { attemptId, reason: 'không được' }],
			['closing', { endAll: true }]
		] as const;
		for (const who of [neighbour, beside]) {
			expect(told(await who.call('GET', `/sittings/${one.id}`))).toEqual([404, 'sittings.no-such-sitting']);
			for (const [what, body] of doings) expect((await steer(who, one, what, body)).status).toBe(404);
			expect(good(await who.call('GET', '/sittings')).sittings).toEqual([]);
		}
		for (const [what, body] of doings) expect((await steer(phone, one, what, body)).status).toBe(401);
		expect((await watch(all.helper, one)).people[0]).toMatchObject({ state: 'working', minutesLeft: 30 });
	});

	it('sit it: not whoever opened it; and nobody steers her own attempt', async () => {
		const all = await sitting();
		expect(told(await join(all.helper, all.one))).toEqual([409, 'sittings.own-sitting']);
		const other = await someone(all.app, { name: 'Đỗ Văn Thay' });
		await giveRole(all, other, { role: 'helper', placeId: all.villages[0] });
		const own = good(await join(other, all.one));
		const body = { minutes: 5, key: 'cho-chinh-minh' };
		expect(told(await steer(other, all.one, 'extensions', { ...body, attemptId: own.id }))).toEqual([
			404,
			'sittings.no-such-sitter'
		]);
		const { people } = good(await steer(other, all.one, 'extensions', body));
		expect(people.map(({ minutesLeft }: Person) => minutesLeft)).toEqual([35, 30]);
	});

	it('come in: guessing codes is slowed', async () => {
		const { app, one } = await sitting();
		const phone = app.aPhone('198.51.100.9');
		good(await join(phone, one));
		for (let i = 0; i < 12; i++) expect((await phone.call('GET', '/sitting-codes/AAA-AAA')).status).toBe(404);
		const waits = await phone.call('GET', `/sitting-codes/${one.code}`);
		expect(told(waits)).toEqual([429, 'sittings.too-many-codes']);
		expect((await app.aPhone('198.51.100.9').call('GET', `/sitting-codes/${one.code}`)).status).toBe(200);
	});
});

describe('what a sitting leaves behind', () => {
	it('is written in the trail, without names or reasons; nothing that changed nothing', async () => {
		const { root, helper, one, attempt } = await sitting();
		const attemptId = attempt.id;
		for (let i = 0; i < 2; i++) {
			good(await steer(helper, one, 'pause', { attemptId }));
			good(await steer(helper, one, 'extensions', { minutes: 5, key: 'mot-lan-thoi' }));
		}
		good(await steer(helper, one, 'resume'));
		good(await steer(helper, one, 'identity-checks', { attemptId }));
		good(await steer(helper, one, 'voids', { attemptId, reason: 'Nhìn bài Bà Năm' }));
		good(await steer(helper, one, 'closing'));
		const seen = await root.call('GET', '/audit');
		const acts = seen.body.entries.map(({ action }: { action: string }) => action);
		expect(acts.filter((each: string) => each.startsWith('assess.')).reverse()).toEqual([
			'assess.sitting-opened',
			'assess.sitting-paused',
			'assess.sitting-extended',
			'assess.sitting-resumed',
			'assess.identity-checked',
			'assess.attempt-voided',
			'assess.sitting-closed'
		]);
		expect(seen.raw.toString()).not.toMatch(/Bà Năm|Bà Tư/);
		expect(await accountOf(helper)).toBe(
			seen.body.entries.find(({ action }: { action: string }) => action === 'assess.sitting-closed').actor.id
		);
	});
});

import { describe, expect, it } from 'vitest';
import { overdueSweep } from '../../src/assess/index.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

type Shown = {
	id: string;
	fields: { name: string; options: { id: string }[] }[];
	fixed: boolean;
	review: object | null;
};

const hour = 3_600_000;
const bank = ({ house }: TestApp) => house.catalog.quizQuestions('thu', 'vi');

function option(app: TestApp, questionId: string, right: boolean): string {
	const question = bank(app).find((each) => each.id === questionId);
	return question?.options.find((each) => each.correct === right)?.id ?? '';
}

async function begin(phone: Phone, test: string, body: object = {}) {
	const { status, body: attempt } = await phone.call('POST', `/tests/${test}/attempts`, body);
	expect(status).toBe(201);
	return attempt;
}

const answer = (app: TestApp, phone: Phone, { attempt, id, right }: { attempt: string; id: string; right: boolean }) =>
	phone.call('PUT', `/attempts/${attempt}/answers/${id}`, { optionId: option(app, id, right) });

/** Answers whatever is asked until nothing more comes; returns the questions in their order. */
async function answerAll(app: TestApp, phone: Phone, attempt: { id: string }, right: (at: number) => boolean) {
	for (let at = 0; ; at++) {
		const { body } = await phone.call('GET', `/attempts/${attempt.id}`);
		const next = body.questions.find((each: { response: object | null }) => each.response === null);
		if (!next) return body.questions as Shown[];
		expect((await answer(app, phone, { attempt: attempt.id, id: next.id, right: right(at) })).status).toBe(200);
	}
}

const finish = (phone: Phone, id: string, finishUnanswered = false) =>
	phone.call('POST', `/attempts/${id}/finish`, { finishUnanswered });

describe('a final test', () => {
	it('handed in empty is not passed, and says nothing of what she can do', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const { id } = await begin(phone, 'cuoi');
		const { body } = await finish(phone, id, true);
		expect(body).toMatchObject({ passed: false, findings: { whole: null, gain: null, profile: [] } });
	});

	it('follows its blueprint exactly, in the language of the reader, and is listed with where one stands', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'cuoi');
		const skills = attempt.questions.map(({ id }: Shown) => bank(app).find((each) => each.id === id)?.skill);
		expect(skills.filter((skill: string) => skill === 'p4.2')).toHaveLength(3);
		expect(skills.filter((skill: string) => skill === '1.2')).toHaveLength(3);
		expect(attempt).toMatchObject({
			purpose: 'final',
			testId: 'cuoi',
			courseId: null,
			minutesLeft: 30,
			total: 6,
			most: 6
		});
		const again = await phone.call('POST', '/tests/cuoi/attempts', {});
		expect([again.status, again.body.id]).toEqual([200, attempt.id]);
		expect((await phone.call('GET', '/me/tests')).body.tests).toEqual([
			{ testId: 'cuoi', openAttemptId: attempt.id, retakeFrom: null, last: null }
		]);
		expect((await app.aPhone().call('GET', '/me/tests')).body.tests).toEqual([]);
	});

	it.each([
		[2, null, 0],
		[3, 'Sử dụng được', 50],
		[5, 'Sử dụng được', 83],
		[6, 'Sử dụng tốt', 100]
	])('with %i of 6 right attains %s', async (right, level, percent) => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'cuoi');
		await answerAll(app, phone, attempt, (at) => at < right);
		const { body } = await finish(phone, attempt.id);
		expect(body.score).toBe(right);
		if (level) expect(body.percent).toBe(percent);
		expect(body.findings.level?.name ?? null).toBe(level);
		expect(body.recordOffer).toBe(false);
	});

	it('prints of the profile only what was measured, each with its error', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'cuoi');
		await answerAll(app, phone, attempt, (at) => at % 2 === 0);
		const { findings } = (await finish(phone, attempt.id)).body;
		expect(findings.profile.length).toBeGreaterThan(0);
		for (const { asked, points, error } of findings.profile) {
			expect(asked).toBeGreaterThanOrEqual(3);
			expect([points >= 0, points <= 100, error > 0]).toEqual([true, true, true]);
		}
		expect(findings.suggestions[0].href).toMatch(/^\/khoa-hoc\/thu\//);
	});

	it('ends by the server’s clock: what came in time counts, what comes later is refused, whoever looks', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'cuoi');
		const [first, second] = attempt.questions as Shown[];
		await answer(app, phone, { attempt: attempt.id, id: first?.id ?? '', right: true });
		app.house.clock.pass(hour / 2 + 20_000);
		expect((await answer(app, phone, { attempt: attempt.id, id: second?.id ?? '', right: true })).status).toBe(200);
		app.house.clock.pass(60_000);
		const late = await answer(app, phone, { attempt: attempt.id, id: second?.id ?? '', right: false });
		expect([late.status, late.body.code]).toEqual([409, 'assess.time-over']);
		const seen = await phone.call('GET', `/attempts/${attempt.id}`);
		expect(seen.body.finishedAt).toBe(attempt.closesAt);
		const { body } = await phone.call('GET', `/attempts/${attempt.id}/result`);
		expect([body.score, body.finishedAt]).toEqual([2, attempt.closesAt]);
	});

	it('that nobody comes back to is ended all the same', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'cuoi');
		await overdueSweep(app.house).run();
		expect((await phone.call('GET', '/me/tests')).body.tests[0].openAttemptId).toBe(attempt.id);
		app.house.clock.pass(hour);
		await overdueSweep(app.house).run();
		expect((await phone.call('GET', '/me/tests')).body.tests[0].last).toMatchObject({
			attemptId: attempt.id,
			level: null
		});
	});

	it('gives half as much time again to who needs it', async () => {
		const app = await anApp();
		expect((await begin(app.aPhone(), 'cuoi', { moreTime: true })).minutesLeft).toBe(45);
	});

	it('is taken again only after a day, and twice in thirty days; then with questions not seen before', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const first = await begin(phone, 'cuoi');
		await finish(phone, first.id, true);
		const soon = await phone.call('POST', '/tests/cuoi/attempts', {});
		expect([soon.status, soon.body.code]).toEqual([409, 'assess.too-soon']);
		expect(soon.body.from).toBe(new Date(app.house.clock.now().getTime() + 24 * hour).toISOString());
		app.house.clock.pass(24 * hour);
		const second = await begin(phone, 'cuoi');
		const ids = ({ questions }: { questions: Shown[] }) => questions.map(({ id }) => id);
		expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
		await finish(phone, second.id, true);
		app.house.clock.pass(24 * hour);
		const third = await phone.call('POST', '/tests/cuoi/attempts', {});
		expect(third.body.from).toBe(new Date(new Date(first.startedAt).getTime() + 30 * 24 * hour).toISOString());
		app.house.clock.pass(29 * 24 * hour);
		await begin(phone, 'cuoi');
	});

	it('begun on two phones at once is one', async () => {
		const app = await anApp();
		const [phone, other] = [app.aPhone(), app.aPhone()];
		await phone.call('POST', '/courses/thu/attempts');
		for (const [name, value] of phone.cookies) other.cookies.set(name, value);
		const both = await Promise.all([phone, other].map((each) => each.call('POST', '/tests/cuoi/attempts', {})));
		expect(both[0]?.body.id).toBe(both[1]?.body.id);
	});
});

describe('a placement', () => {
	it('asks one question after another, stops by itself, and repeats none', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'thu-suc');
		expect(attempt).toMatchObject({ total: 1, most: 8, closesAt: null });
		const asked = await answerAll(app, phone, attempt, (at) => at % 2 === 0);
		expect(asked.length).toBeGreaterThanOrEqual(4);
		expect(asked.length).toBeLessThanOrEqual(8);
		expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
		const { body } = await finish(phone, attempt.id);
		expect(body.findings).toMatchObject({ level: null, levels: [] });
		expect(body.findings.whole.error).toBeGreaterThan(0);
	});

	it('puts who knows more higher on the scale', async () => {
		const app = await anApp();
		const places = [];
		for (const knows of [false, true]) {
			const phone = app.aPhone();
			const attempt = await begin(phone, 'thu-suc');
			await answerAll(app, phone, attempt, () => knows);
			places.push((await finish(phone, attempt.id)).body.findings.whole.points);
		}
		expect(places[1] - places[0]).toBeGreaterThan(20);
	});

	it('may be left at any question: what was not answered counts neither way', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'thu-suc');
		const left = await finish(phone, attempt.id, true);
		expect([left.status, left.body.findings.whole, left.body.findings.profile]).toEqual([200, null, []]);
	});

	it('keeps an answer that the next question was chosen by, takes it again unchanged, and “I don’t know” for an answer', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone, 'thu-suc');
		const first = attempt.questions[0].id;
		const path = `/attempts/${attempt.id}/answers/${first}`;
		expect((await phone.call('PUT', path, { dontKnow: true })).body).toEqual({ response: {}, answered: 1, total: 2 });
		expect((await phone.call('PUT', path, { dontKnow: true })).status).toBe(200);
		const changed = await answer(app, phone, { attempt: attempt.id, id: first, right: true });
		expect([changed.status, changed.body.code]).toEqual([409, 'assess.answer-fixed']);
		const seen = await phone.call('GET', `/attempts/${attempt.id}`);
		expect(seen.body.questions.map(({ fixed }: Shown) => fixed)).toEqual([true, false]);
		expect(seen.body.answersStay).toBe(true);
	});

	it('in two stages asks harder questions of who did well, and tells each answer at once', async () => {
		const app = await anApp();
		const levels = [];
		for (const knows of [false, true]) {
			const phone = app.aPhone();
			const attempt = await begin(phone, 'hai-chang');
			expect(attempt.questions.map(({ review }: Shown) => review)).toEqual([null, null, null]);
			const asked = await answerAll(app, phone, attempt, () => knows);
			expect(asked).toHaveLength(6);
			expect(asked.every(({ review, fixed }) => review !== null && fixed)).toBe(true);
			levels.push(asked.slice(3).map(({ id }) => bank(app).find((each) => each.id === id)?.level));
		}
		expect(levels[0]).not.toContain('hard');
		expect(levels[1]).not.toContain('easy');
	});

	it('followed by another tells how far one came, with its error', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const before = await begin(phone, 'thu-suc');
		await answerAll(app, phone, before, () => false);
		expect((await finish(phone, before.id)).body.findings.gain).toBeNull();
		app.house.clock.pass(hour);
		const after = await begin(phone, 'cuoi');
		await answerAll(app, phone, after, () => true);
		const { gain } = (await finish(phone, after.id)).body.findings;
		expect(gain.points).toBeGreaterThan(20);
		expect(gain.error).toBeGreaterThan(0);
		expect(gain.since).toBe(before.startedAt);
	});
});

describe('what tests refuse', () => {
	it('a test that is not there, and makes no learner for it', async () => {
		const phone = (await anApp()).aPhone();
		const { status, body } = await phone.call('POST', '/tests/khong-co/attempts', {});
		expect([status, body.code, phone.cookies.has('may')]).toEqual([404, 'catalog.no-such-test', false]);
	});

	it('another’s attempt, as if it were not there', async () => {
		const app = await anApp();
		const [phone, other] = [app.aPhone(), app.aPhone()];
		const { id } = await begin(phone, 'cuoi');
		await begin(other, 'thu-suc');
		for (const path of [`/attempts/${id}`, `/attempts/${id}/result`])
			expect((await other.call('GET', path)).body.code).toBe('assess.no-such-attempt');
	});

	it('what it does not know in its body', async () => {
		const phone = (await anApp()).aPhone();
		expect((await phone.call('POST', '/tests/cuoi/attempts', { minutes: 500 })).status).toBe(400);
		expect((await phone.call('POST', '/tests/cuoi/attempts', { moreTime: 'yes' })).status).toBe(400);
	});
});

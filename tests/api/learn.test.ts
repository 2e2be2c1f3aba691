import { describe, expect, it } from 'vitest';
import { openingsAfter } from '../../src/learn/index.ts';
import { learners } from '../../src/identity/tables.ts';
import { checkAnswers } from '../../src/learn/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

const lesson = '/courses/thu/lessons/giu-ma';
const [q1, q2] = ['giu-ma-1', 'giu-ma-2'];

/** What happens when the site sends a lesson to a phone. */
function open(app: TestApp, phone: Phone, lessonKey = 'thu/giu-ma'): void {
	const { secrets, clock } = app.house;
	phone.cookies.set('mo', openingsAfter(secrets, phone.cookies.get('mo'), { lessonKey, now: clock.now() }));
}

const answer = (phone: Phone, questionId: string | undefined, optionId = 'a', more = {}) =>
	phone.call('POST', `${lesson}/answers`, { questionId, optionId, ...more });

async function signUp(phone: Phone, username: string): Promise<void> {
	const person = { name: 'Nguyễn Thị Lan', birthYear: 1964, username, password: 'con trâu đi trước' };
	expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
}

describe('answering a check question', () => {
	it('makes a learner for the phone at the first answer, never at a look', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		for (const path of ['/me/progress', '/me/next', `${lesson}/standing`])
			expect((await phone.call('GET', path)).status).toBe(200);
		expect(await app.house.store.read.$count(learners)).toBe(0);
		const { status, body, headers } = await answer(phone, q1, 'b');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			questionId: q1,
			correct: false,
			lesson: { state: 'answering', answered: 1, total: 2 }
		});
		expect(headers['cache-control']).toBe('no-store');
		expect(phone.cookies.has('may')).toBe(true);
		await answer(phone, q2);
		expect(await app.house.store.read.$count(learners)).toBe(1);
		expect((await phone.call('GET', '/me/progress')).body).toMatchObject({
			learner: { known: true },
			courses: [{ courseId: 'thu' }]
		});
	});

	it('refuses what is not there in the reader’s language, and writes nothing, not even a learner', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const wrong = [
			['/courses/thu/lessons/khong-co', { questionId: q1, optionId: 'a' }, 404, 'learn.no-such-lesson'],
			['/courses/khong-co/lessons/giu-ma', { questionId: q1, optionId: 'a' }, 404, 'learn.no-such-lesson'],
			[lesson, { questionId: 'hoi-lai-1', optionId: 'a' }, 409, 'learn.question-not-here'],
			[lesson, { questionId: 'giu-ma-t1', optionId: 'a' }, 409, 'learn.question-not-here'],
			[lesson, { questionId: 'q-1', optionId: 'a' }, 409, 'learn.question-not-here'],
			[lesson, { questionId: q1, optionId: 'z' }, 400, 'learn.no-such-option'],
			[lesson, { questionId: q1 }, 400, 'platform.invalid'],
			[lesson, { questionId: q1, optionId: 'a', correct: true }, 400, 'platform.invalid'],
			[lesson, { questionId: q1, optionId: 'a', way: 'magic' }, 400, 'platform.invalid'],
			[lesson, { questionId: q1, optionId: 'a', way: 'offline', answeredAt: 'hôm qua' }, 400, 'platform.invalid'],
			[lesson, { questionId: 'x'.repeat(101), optionId: 'a' }, 400, 'platform.invalid']
		] as const;
		for (const [path, body, status, code] of wrong)
			for (const lang of ['vi', 'en']) {
				const reply = await phone.call('POST', `${path}/answers`, body, { 'accept-language': lang });
				expect([code, reply.status, reply.body.code]).toEqual([code, status, code]);
				expect(reply.body.title).toMatch(lang === 'vi' ? /[ạảầấờệọốữ]/ : /^[\x20-\x7e]+$/);
			}
		expect(phone.cookies.has('may')).toBe(false);
		expect(await app.house.store.read.$count(learners)).toBe(0);
		expect(await app.house.store.read.$count(checkAnswers)).toBe(0);
	});

	it('counts a lesson by when it was sent, and asks two more questions when that was a moment ago', async () => {
		const app = await anApp();
		const [calm, quick] = [app.aPhone(), app.aPhone()];
		for (const phone of [calm, quick]) open(app, phone);
		await answer(quick, q1);
		const asked = (await answer(quick, q2)).body.lesson;
		expect(asked).toMatchObject({ state: 'more-questions', message: 'Trả lời thêm hai câu để ghi nhận bài.' });
		app.house.clock.pass(60_000);
		await answer(calm, q1);
		expect((await answer(calm, q2)).body.lesson).toMatchObject({
			state: 'done',
			next: { href: '/khoa-hoc/thu/hoi-lai' }
		});

		expect((await quick.call('GET', `${lesson}/standing`)).body.moreQuestions).toEqual(asked.moreQuestions);
		expect((await quick.call('GET', '/me/next')).body).toMatchObject({ kind: 'lesson', href: '/khoa-hoc/thu/giu-ma' });
		for (const { id } of asked.moreQuestions) await answer(quick, id);
		expect((await quick.call('GET', '/me/next')).body.href).toBe('/khoa-hoc/thu/hoi-lai');
	});

	it('takes a forged note of the opening as none at all', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		open(app, phone);
		phone.cookies.set('mo', (phone.cookies.get('mo') ?? '').replace(/\.(\w+)\./, '.aaaaaa.'));
		await answer(phone, q1);
		expect((await answer(phone, q2)).body.lesson.state).toBe('more-questions');
	});

	it('takes answers given offline, with the times of the phone', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const at = (minutesAgo: number) => new Date(app.house.clock.now().getTime() - minutesAgo * 60_000).toISOString();
		const offline = { way: 'offline', openedAt: at(30) };
		await answer(phone, q1, 'a', { ...offline, answeredAt: at(28) });
		const { body } = await answer(phone, q2, 'a', { ...offline, answeredAt: at(27) });
		expect(body.lesson.state).toBe('done');
	});

	it('speaks English to those who ask for it', async () => {
		const phone = (await anApp()).aPhone();
		const { body } = await phone.call(
			'POST',
			`${lesson}/answers`,
			{ questionId: q1, optionId: 'b' },
			{ 'accept-language': 'en' }
		);
		expect(body.message).toBe('Not quite. See why, then try again.');
	});
});

describe('another way of learning', () => {
	it('is declared by those who have begun', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		expect((await phone.call('POST', `${lesson}/way`, { way: 'paper' })).body.code).toBe('identity.no-learner');
		await answer(phone, q1);
		await answer(phone, q2);
		expect((await phone.call('POST', `${lesson}/way`, { way: 'guessed' })).status).toBe(400);
		expect((await phone.call('POST', '/courses/thu/lessons/khong-co/way', { way: 'paper' })).body.code).toBe(
			'learn.no-such-lesson'
		);
		expect((await phone.call('POST', `${lesson}/way`, { way: 'helped' })).body).toMatchObject({
			state: 'done',
			moreQuestions: []
		});
	});
});

describe('going on', () => {
	it('leads a visitor without a learner back to the lesson she opened', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		expect((await phone.call('GET', '/me/next')).body).toMatchObject({ kind: 'start', href: '/' });
		open(app, phone, 'thu/hoi-lai');
		expect((await phone.call('GET', '/me/next')).body).toMatchObject({ kind: 'lesson', href: '/khoa-hoc/thu/hoi-lai' });
		expect((await phone.call('GET', '/me/progress')).body).toMatchObject({ learner: { known: false }, courses: [] });
	});

	it('never puts the language into an address', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		open(app, phone);
		const { body } = await phone.call('GET', '/me/next', undefined, { 'accept-language': 'en' });
		expect(body).toMatchObject({
			href: '/khoa-hoc/thu/giu-ma',
			detail: expect.stringMatching(/^Go on with lesson 1\/2/)
		});
	});
});

describe('learning on a shared phone', () => {
	it('is offered to the one who signs in there, becomes hers when she says so, and is gone from the phone', async () => {
		const app = await anApp();
		const [mine, shared] = [app.aPhone(), app.aPhone()];
		await signUp(mine, 'lan.thu');
		await mine.call('POST', `${lesson}/answers`, { questionId: q1, optionId: 'a' });
		expect((await mine.call('GET', '/me/device-learning')).body).toMatchObject({ present: false });

		open(app, shared);
		app.house.clock.pass(60_000);
		await answer(shared, q1);
		await answer(shared, q2);
		const signIn = { identifier: 'lan.thu', password: 'con trâu đi trước' };
		expect((await shared.call('POST', '/session', signIn)).status).toBe(200);
		expect((await shared.call('GET', '/me/device-learning')).body).toEqual({
			present: true,
			lessonsDone: 1,
			courses: ['Khóa thử: giữ kín mã'],
			lastAt: app.house.clock.now().toISOString()
		});
		expect((await shared.call('GET', '/me/progress')).body.courses[0].lessonsDone).toBe(0);
		expect((await shared.call('POST', '/session/device-learning', { take: true })).status).toBeLessThan(300);
		expect((await shared.call('GET', '/me/progress')).body.courses[0].lessonsDone).toBe(1);
		expect((await shared.call('GET', '/me/device-learning')).body).toMatchObject({ present: false });
		await shared.call('DELETE', '/session');
		expect((await shared.call('GET', '/me/progress')).body.courses).toEqual([]);
	});

	it('is told to nobody who is not signed in', async () => {
		const phone = (await anApp()).aPhone();
		await answer(phone, q1);
		expect((await phone.call('GET', '/me/device-learning')).body.code).toBe('identity.sign-in-first');
	});
});

import { describe, expect, it } from 'vitest';
import { learners } from '../../src/identity/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

interface Attempt {
	id: string;
	questions: { id: string; fields: { name: string; options: { id: string }[] }[]; response: object | null }[];
}

async function begin(phone: Phone): Promise<Attempt> {
	const { status, body } = await phone.call('POST', '/courses/thu/attempts');
	expect(status).toBe(201);
	return body;
}

const bank = ({ house }: TestApp) => house.catalog.quizQuestions('thu', 'vi');

function option(app: TestApp, questionId: string, right: boolean): string {
	const question = bank(app).find((each) => each.id === questionId);
	return question?.options.find((each) => each.correct === right)?.id ?? '';
}

async function answerAll(
	app: TestApp,
	phone: Phone,
	{ id, questions }: Attempt,
	right = questions.length
): Promise<void> {
	for (const [i, question] of questions.entries()) {
		const optionId = option(app, question.id, i < right);
		const { status, body } = await phone.call('PUT', `/attempts/${id}/answers/${question.id}`, { optionId });
		expect([status, body]).toEqual([200, { response: { option: [optionId] }, answered: i + 1, total: 4 }]);
	}
}

describe('a quiz', () => {
	it('is begun without an account, goes on where it was left, and ends with a result', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone);
		expect(phone.cookies.has('may')).toBe(true);
		const first = attempt.questions[0]?.id ?? '';
		await phone.call('PUT', `/attempts/${attempt.id}/answers/${first}`, { optionId: option(app, first, true) });

		const again = await phone.call('POST', '/courses/thu/attempts', {});
		expect([again.status, again.body.id, again.body.answered]).toEqual([200, attempt.id, 1]);
		expect((await phone.call('GET', '/me/next')).body).toMatchObject({ kind: 'quiz', href: `/lam-bai/${attempt.id}` });
		expect((await phone.call('GET', '/me/progress')).body.courses[0].quiz).toEqual({ openAttemptId: attempt.id });

		await answerAll(app, phone, attempt);
		const { status, body } = await phone.call('POST', `/attempts/${attempt.id}/finish`);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			score: 4,
			total: 4,
			percent: 100,
			needed: 3,
			passed: true,
			recordOffer: true,
			review: []
		});
		expect((await phone.call('GET', `/attempts/${attempt.id}/result`)).body).toEqual(body);
		expect((await phone.call('POST', `/attempts/${attempt.id}/finish`, {})).body).toEqual(body);
		await app.house.facts.runDue();
		expect((await phone.call('GET', '/me/next')).body).toMatchObject({
			kind: 'record',
			href: `/giay-xac-nhan/nhan/${attempt.id}`
		});
		expect((await phone.call('GET', '/me/progress')).body.courses[0].quiz).toEqual({
			best: { score: 4, total: 4, passed: true }
		});
	});

	it('says how many questions are still open, and takes it unfinished only when asked to', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const { id } = await begin(phone);
		const refused = await phone.call('POST', `/attempts/${id}/finish`, { finishUnanswered: false });
		expect([refused.status, refused.body.code, refused.body.count]).toEqual([409, 'assess.unanswered', 4]);
		expect(refused.body.title).toBe('Còn 4 câu chưa trả lời. Trả lời nốt, hoặc chọn nộp luôn.');
		const { body } = await phone.call('POST', `/attempts/${id}/finish`, { finishUnanswered: true });
		expect(body).toMatchObject({ score: 0, passed: false, message: 'Được 0/4. Xem lại bài 1, 2 rồi làm tiếp.' });
	});

	it('answered on two phones at once is one quiz, finished once', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const other = app.aPhone();
		const attempt = await begin(phone);
		for (const [name, value] of phone.cookies) other.cookies.set(name, value);
		await Promise.all(
			attempt.questions.flatMap(({ id }) =>
				[phone, other].map((each) =>
					each.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId: option(app, id, true) })
				)
			)
		);
		const finished = await Promise.all(
			[phone, other].map((each) => each.call('POST', `/attempts/${attempt.id}/finish`))
		);
		expect(finished.map(({ status, body }) => [status, body.score])).toEqual([
			[200, 4],
			[200, 4]
		]);
		const first = attempt.questions[0]?.id ?? '';
		const late = await other.call('PUT', `/attempts/${attempt.id}/answers/${first}`, {
			optionId: option(app, first, false)
		});
		expect([late.status, late.body.code]).toEqual([409, 'assess.attempt-closed']);
	});
});

describe('what a quiz refuses', () => {
	it('a course that is not there, and makes no learner for it', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const { status, body } = await phone.call('POST', '/courses/khong-co/attempts');
		expect([status, body.code, phone.cookies.has('may')]).toEqual([404, 'catalog.no-such-course', false]);
		expect(await app.house.store.read.$count(learners)).toBe(0);
	});

	it('somebody else’s attempt, as if it were not there', async () => {
		const app = await anApp();
		const [phone, other] = [app.aPhone(), app.aPhone()];
		const { id, questions } = await begin(phone);
		await begin(other);
		const optionId = questions[0]?.fields[0]?.options[0]?.id;
		const tries = [
			other.call('GET', `/attempts/${id}`),
			other.call('GET', `/attempts/${id}/result`),
			other.call('PUT', `/attempts/${id}/answers/${questions[0]?.id}`, { optionId }),
			other.call('POST', `/attempts/${id}/finish`, { finishUnanswered: true }),
			phone.call('GET', '/attempts/khong-co')
		];
		for (const { status, body } of await Promise.all(tries)) {
			expect([status, body.code]).toEqual([404, 'assess.no-such-attempt']);
			expect(body.title).toBe('Không thấy bài làm này. Mở khóa học rồi bấm làm bài kiểm tra nhé.');
		}
	});

	it('questions that were not asked, options that are not there, and bodies of another shape', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const { id, questions } = await begin(phone);
		const notAsked = bank(app).find((each) => !questions.some((question) => question.id === each.id))?.id ?? '';
		const asked = questions[0]?.id ?? '';
		const wrong = [
			[notAsked, { optionId: 'a' }, 409, 'assess.question-not-asked'],
			['giu-ma-1', { optionId: 'a' }, 409, 'assess.question-not-asked'],
			[asked, { optionId: 'z' }, 400, 'assess.no-such-option'],
			[asked, { response: { option: ['a', 'b'] } }, 400, 'assess.no-such-option'],
			[asked, { response: { other: ['a'] } }, 400, 'assess.no-such-option'],
			[asked, { response: {} }, 400, 'assess.nothing-chosen'],
			[asked, { response: { option: [''] } }, 400, 'assess.nothing-chosen'],
			[asked, { response: { option: 'a' } }, 400, 'platform.invalid'],
			[asked, {}, 400, 'platform.invalid'],
			[asked, { optionId: 'a', correct: true }, 400, 'platform.invalid'],
			[asked, { optionId: ['a'] }, 400, 'platform.invalid']
		] as const;
		for (const [questionId, body, status, code] of wrong) {
			const reply = await phone.call('PUT', `/attempts/${id}/answers/${questionId}`, body);
			expect([code, reply.status, reply.body.code]).toEqual([code, status, code]);
		}
		expect((await phone.call('POST', `/attempts/${id}/finish`, { score: 4 })).status).toBe(400);
		expect((await phone.call('POST', '/courses/thu/attempts', { seed: 'mine' })).status).toBe(400);
		expect((await phone.call('GET', `/attempts/${id}`)).body.answered).toBe(0);
	});

	it('the result before the end', async () => {
		const phone = (await anApp()).aPhone();
		const { id } = await begin(phone);
		const { status, body } = await phone.call('GET', `/attempts/${id}/result`);
		expect([status, body.code]).toEqual([409, 'assess.attempt-open']);
	});
});

describe('the keys of a quiz', () => {
	/** Every address that can be read, with each of the known values put in for what it leaves open. */
	function addresses({ app }: TestApp, known: Record<string, string[]>): string[] {
		const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> };
		const filled = (path: string): string[] => {
			const name = /\{(\w+)\}/.exec(path)?.[1];
			if (name === undefined) return [path];
			return (known[name] ?? ['x']).flatMap((value) => filled(path.replace(`{${name}}`, value)));
		};
		return Object.keys(paths)
			.filter((path) => path.startsWith('/api/') && 'get' in (paths[path] ?? {}))
			.flatMap((path) => filled(path.replace('/api', '')));
	}

	it('are in no answer to anybody while the attempt is open: neither reasons nor marks', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone);
		await answerAll(app, phone, attempt, 2);
		const known = { id: [attempt.id, 'thu', 'nguoi-dan'], courseId: ['thu'], lessonId: ['giu-ma', 'hoi-lai'] };
		const paths = addresses(app, known);
		expect(paths).toContain(`/attempts/${attempt.id}`);
		expect(paths).toContain('/courses/thu');
		expect(paths).toContain('/courses/thu/lessons/giu-ma');
		const reasons = [...bank(app), ...app.house.catalog.examQuestions('thu', 'vi')].flatMap(({ options }) =>
			options.map(({ explanation }) => explanation)
		);
		for (const path of paths)
			for (const reader of [phone, app.aPhone()]) {
				const text = (await reader.call('GET', path)).raw.toString('utf8');
				for (const reason of reasons) expect(text.includes(reason), path).toBe(false);
				expect(text, path).not.toMatch(/của q-\d+\.|của e-\d+\./);
				if (path.startsWith('/attempts')) expect(text, path).not.toMatch(/correct|explanation/);
			}
		const kept = await phone.call('PUT', `/attempts/${attempt.id}/answers/${attempt.questions[0]?.id}`, {
			optionId: attempt.questions[0]?.fields[0]?.options[0]?.id
		});
		expect(Object.keys(kept.body).sort()).toEqual(['answered', 'response', 'total']);
	});

	it('come with the result', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone);
		await answerAll(app, phone, attempt, 1);
		const { body } = await phone.call('POST', `/attempts/${attempt.id}/finish`);
		for (const question of body.questions)
			for (const each of question.fields[0].options) expect(each.explanation).toContain(`của ${question.id}.`);
	});
});

describe('a quiz taken on a shared phone', () => {
	it('goes with the one who claims what was learnt there', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attempt = await begin(phone);
		await answerAll(app, phone, attempt, 3);
		await phone.call('POST', `/attempts/${attempt.id}/finish`);
		await app.house.facts.runDue();
		const mine = app.aPhone();
		const person = { name: 'Nguyễn Thị Lan', birthYear: 1964, username: 'lan.thu', password: 'con trâu đi trước' };
		expect((await mine.call('POST', '/accounts', person)).status).toBe(201);
		await phone.call('POST', '/session', { identifier: 'lan.thu', password: 'con trâu đi trước' });
		expect((await phone.call('GET', `/attempts/${attempt.id}`)).status).toBe(404);
		expect((await phone.call('POST', '/session/device-learning', { take: true })).status).toBeLessThan(300);
		expect((await phone.call('GET', `/attempts/${attempt.id}/result`)).body).toMatchObject({ score: 3, passed: true });
		expect((await mine.call('GET', '/me/progress')).body.courses[0].quiz.best).toEqual({
			score: 3,
			total: 4,
			passed: true
		});
	});
});

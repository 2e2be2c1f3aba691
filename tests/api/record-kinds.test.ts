import { describe, expect, it } from 'vitest';
import { withdrawRecord } from '../../src/certify/withdraw-record.ts';
import { administrator } from '../support/records.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { answerRight, takeTest } from '../support/pass-test.ts';
import { sitting, steer } from '../support/sittings.ts';

const name = 'Nguyễn Thị Lan';

const offered = async (phone: Phone) =>
	(await phone.call('GET', '/records')).body.offers.map(({ kind, courseId }: { kind: string; courseId: string }) => [
		kind,
		courseId
	]);

async function whoDidAll(app: TestApp) {
	const phone = app.aPhone();
	await passQuiz(app, phone);
	const attemptId = await takeTest(app, phone, { test: 'cuoi' });
	return { phone, attemptId };
}

describe('a record by a rule', () => {
	it('is offered when all that the rule needs is done, and not before', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		await takeTest(app, phone, { test: 'cuoi' });
		expect(await offered(phone)).toEqual([['skill', 'ky-nang-thu']]);
		await passQuiz(app, phone);
		await app.house.facts.runDue();
		expect(await offered(phone)).toEqual([
			['course', 'thu'],
			['group', 'nhom-thu'],
			['skill', 'ky-nang-thu']
		]);
	});

	it('is not earned by an empty test, nor by a level that was not reached', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		await passQuiz(app, phone);
		const attemptId = await takeTest(app, phone, { test: 'cuoi', right: 0 });
		expect((await offered(phone)).map(([kind]: string[]) => kind)).not.toContain('group');
		const refused = await phone.call('POST', '/records', { attemptId, name, rule: 'nhom-thu' });
		expect([refused.status, refused.body.code]).toEqual([404, 'certify.rule-not-met']);
	});

	it('says which rule it was, in what version, how it was reached, and is offered no more', async () => {
		const app = await anApp();
		const { phone, attemptId } = await whoDidAll(app);
		const { status, body } = await phone.call('POST', '/records', { attemptId, name, rule: 'ky-nang-thu' });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			...{ kind: 'skill', courseId: 'ky-nang-thu', courseVersion: 2, courseTitle: 'Kỹ năng thử' },
			...{ how: ['alone'], passPercent: 100, score: 6, total: 6, status: 'valid' },
			skills: [{ code: 'p4.2' }]
		});
		expect((await offered(phone)).map(([, id]: string[]) => id)).not.toContain('ky-nang-thu');
		const again = await phone.call('POST', '/records', { attemptId, name, rule: 'ky-nang-thu' });
		expect([again.status, again.body.code]).toEqual([200, body.code]);
		const { body: checked } = await app.aPhone().call('GET', `/verifications/${body.code}`);
		expect(checked).toMatchObject({ status: 'valid', kind: 'skill', courseTitle: 'Kỹ năng thử', how: ['alone'] });
	});

	it('stands beside others of the same attempt, and on paper', async () => {
		const app = await anApp();
		const { phone, attemptId } = await whoDidAll(app);
		const codes = [];
		for (const rule of ['ky-nang-thu', 'nhom-thu'])
			codes.push((await phone.call('POST', '/records', { attemptId, name, rule })).body.code);
		expect(new Set(codes).size).toBe(2);
		expect((await phone.call('GET', `/records/${codes[1]}/pdf`)).status).toBe(200);
		expect((await phone.call('GET', '/records')).body.records).toHaveLength(2);
	});

	it.each(['mai-sau', 'khong-co', 'thu'])(
		'is not given by the rule “%s”, which is not in force or none',
		async (rule) => {
			const app = await anApp();
			const { phone, attemptId } = await whoDidAll(app);
			const refused = await phone.call('POST', '/records', { attemptId, name, rule });
			expect([refused.status, refused.body.code]).toEqual([404, 'certify.rule-not-met']);
		}
	);

	it('that was withdrawn is not had again for the same attempt, but for a later one', async () => {
		const app = await anApp();
		const { phone, attemptId } = await whoDidAll(app);
		const asked = { attemptId, name, rule: 'ky-nang-thu' };
		const { body: record } = await phone.call('POST', '/records', asked);
		const reason = 'Cấp nhầm người';
		await withdrawRecord(app.house, { ...administrator, accountId: null }, { code: record.code, reason });
		expect((await offered(phone)).map(([, id]: string[]) => id)).not.toContain('ky-nang-thu');
		const refused = await phone.call('POST', '/records', asked);
		expect([refused.status, refused.body.code]).toEqual([404, 'certify.rule-not-met']);
		app.house.clock.pass(3 * 86_400_000);
		await takeTest(app, phone, { test: 'cuoi' });
		expect((await offered(phone)).map(([, id]: string[]) => id)).toContain('ky-nang-thu');
		const again = await phone.call('POST', '/records', asked);
		expect([again.status, again.body.status]).toEqual([201, 'valid']);
		expect(again.body.code).not.toBe(record.code);
	});

	it('is nobody else’s, whatever attempt she names', async () => {
		const app = await anApp();
		const { attemptId } = await whoDidAll(app);
		const other = app.aPhone();
		await other.call('POST', '/courses/thu/attempts', {});
		const refused = await other.call('POST', '/records', { attemptId, name, rule: 'nhom-thu' });
		expect([refused.status, refused.body.code]).toEqual([404, 'certify.rule-not-met']);
	});

	it('has its conditions told to everybody, with a date and why', async () => {
		const app = await anApp();
		const { body } = await app.aPhone().call('GET', '/record-rules');
		expect(body.rules.map(({ id }: { id: string }) => id)).toEqual(['nhom-thu', 'ky-nang-thu']);
		expect(body.groupsWithout).not.toContain('Người dân');
		expect(body.groupsWithout.length).toBeGreaterThan(0);
		expect(body.rules[0]).toMatchObject({
			...{ kind: 'group', version: 1, since: '2026-11-01', why: 'Để thử.' },
			needs: [{ course: { id: 'thu' } }, { test: { id: 'cuoi' }, level: 'Sử dụng được' }]
		});
	});
});

describe('a record of what was done under supervision', () => {
	async function satUnderSupervision() {
		const all = await sitting({ testId: 'cuoi' });
		const { app, phone, attempt } = all;
		await passQuiz(app, phone);
		await answerRight(app, phone, attempt);
		expect((await phone.call('POST', `/attempts/${attempt.id}/finish`, {})).status).toBe(200);
		const asked = { attemptId: attempt.id, name, rule: 'nhom-thu' };
		const { status, body: record } = await phone.call('POST', '/records', asked);
		expect(status).toBe(201);
		return { ...all, record };
	}

	it('says so, whatever its quizzes were done like', async () => {
		const { app, record } = await satUnderSupervision();
		const { body } = await app.aPhone().call('GET', `/verifications/${record.code}`);
		expect(body).toMatchObject({ status: 'valid', kind: 'group', how: ['supervised'] });
	});

	it('is withdrawn when the supervisor declares that it does not count, without her words', async () => {
		const { app, helper, one, attempt, record } = await satUnderSupervision();
		const reason = 'Nhìn bài Bà Năm';
		expect((await steer(helper, one, 'voids', { attemptId: attempt.id, reason })).status).toBe(200);
		await app.house.facts.runDue();
		const { body } = await app.aPhone().call('GET', `/verifications/${record.code}`);
		expect(body).toMatchObject({ status: 'withdrawn', reason: 'Bài làm không được tính.' });
	});
});

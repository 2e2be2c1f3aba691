import { describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

async function aHolder(app: TestApp) {
	const phone = app.aPhone();
	const attemptId = await passQuiz(app, phone);
	const { body: record } = await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lam' });
	return { phone, attemptId, record };
}

describe('a name that is put right', () => {
	it('gives a new record; the old one no longer counts and points to it', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		const { status, body: made } = await phone.call('POST', `/records/${record.code}/name`, { name: 'Nguyễn Thị Lan' });
		expect(status).toBe(201);
		expect(made).toMatchObject({ name: 'Nguyễn Thị Lan', replaces: record.code, status: 'valid', score: record.score });
		expect(made.code).not.toBe(record.code);
		expect((await phone.call('GET', `/records/${record.code}`)).body).toMatchObject({
			...{ status: 'replaced', replacedBy: made.code, name: 'Nguyễn Thị Lam' }
		});
		const anyone = app.aPhone();
		expect((await anyone.call('GET', `/verifications/${record.code}`)).body).toMatchObject({
			...{ status: 'replaced', replacedBy: made.code, signature: { valid: true } }
		});
		expect((await anyone.call('GET', `/verifications/${made.code}`)).body.status).toBe('valid');
		expect((await phone.call('GET', '/records')).body.offers).toEqual([]);
	});

	it('is asked for once more with the same result as the last, and three times at most', async () => {
		const app = await anApp();
		const { phone, attemptId, record } = await aHolder(app);
		let { code } = record;
		for (const name of ['Lan Một', 'Lan Hai', 'Lan Ba'])
			code = (await phone.call('POST', `/records/${code}/name`, { name })).body.code;
		const fourth = await phone.call('POST', `/records/${code}/name`, { name: 'Lan Bốn' });
		expect([fourth.status, fourth.body.code]).toEqual([409, 'certify.too-many-corrections']);
		const collected = await phone.call('POST', '/records', { attemptId, name: 'Lan Ba' });
		expect([collected.status, collected.body.code]).toEqual([200, code]);
	});

	it('is refused where nothing would change, the name is none, or the record no longer counts; nothing is written', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		const put = async (name: string, code = record.code) => {
			const { status, body } = await phone.call('POST', `/records/${code}/name`, { name });
			return [status, body.code];
		};
		expect(await put('Nguyễn Thị Lam')).toEqual([400, 'certify.same-name']);
		expect(await put('<b>Lan</b>')).toEqual([400, 'certify.wrong-name']);
		expect(await put('Lan Anh', 'XXXX')).toEqual([400, 'certify.mistyped-code']);
		const { body: made } = await phone.call('POST', `/records/${record.code}/name`, { name: 'Lan Anh' });
		expect(await put('Lan Ba')).toEqual([409, 'certify.not-correctable']);
		expect((await phone.call('GET', '/records')).body.records.map(({ code }: { code: string }) => code)).toEqual([
			made.code,
			record.code
		]);
	});

	it('is for who holds the record alone', async () => {
		const app = await anApp();
		const { record } = await aHolder(app);
		const { phone: other } = await aHolder(app);
		const refused = await other.call('POST', `/records/${record.code}/name`, { name: 'Kẻ Khác' });
		expect([refused.status, refused.body.code]).toEqual([404, 'certify.no-such-record']);
		expect((await app.aPhone().call('GET', `/verifications/${record.code}`)).body.status).toBe('valid');
	});
});

import { describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

const day = 86_400_000;

async function aHolder(app: TestApp) {
	const phone = app.aPhone();
	const attemptId = await passQuiz(app, phone);
	const { body: record } = await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lan' });
	return { phone, record };
}

async function aShare(app: TestApp, days = 30) {
	const { phone, record } = await aHolder(app);
	const { status, body: share } = await phone.call('POST', '/record-shares', { codes: [record.code], days });
	expect(status).toBe(201);
	return { phone, record, share, token: String(share.url.split('/').at(-1)) };
}

describe('a link that shows records', () => {
	it('shows them in full to whoever has it, as they stand now', async () => {
		const app = await anApp();
		const { phone, record, token, share } = await aShare(app);
		const anyone = app.aPhone();
		const { status, body, headers } = await anyone.call('GET', `/shared-records/${token}`);
		expect(status).toBe(200);
		expect(body).toMatchObject({ closesAt: share.closesAt, records: [{ code: record.code, name: 'Nguyễn Thị Lan' }] });
		expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
		await phone.call('POST', `/records/${record.code}/name`, { name: 'Lan Anh' });
		const { body: later } = await anyone.call('GET', `/shared-records/${token}`);
		expect(later.records[0].status).toBe('replaced');
	});

	it('leads nowhere once she closed it, or its time is over, and says so', async () => {
		const app = await anApp();
		const closed = await aShare(app);
		expect((await closed.phone.call('DELETE', `/record-shares/${closed.share.id}`)).status).toBe(204);
		expect((await closed.phone.call('DELETE', `/record-shares/${closed.share.id}`)).status).toBe(204);
		const ended = await aShare(app, 7);
		expect((await ended.phone.call('GET', '/record-shares')).body.shares).toHaveLength(1);
		app.house.clock.pass(7 * day);
		for (const { token } of [closed, ended]) {
			const { status, body } = await app.aPhone().call('GET', `/shared-records/${token}`);
			expect([status, body.code]).toEqual([404, 'certify.share-closed']);
		}
		expect((await ended.phone.call('GET', '/record-shares')).body.shares).toEqual([]);
	});

	it('is hers to list and to close; of others’ records she makes none', async () => {
		const app = await anApp();
		const { record, share, token } = await aShare(app);
		const { phone: other } = await aHolder(app);
		expect((await other.call('GET', '/record-shares')).body.shares).toEqual([]);
		expect((await other.call('DELETE', `/record-shares/${share.id}`)).status).toBe(404);
		const taken = await other.call('POST', '/record-shares', { codes: [record.code], days: 7 });
		expect([taken.status, taken.body.code]).toEqual([404, 'certify.no-such-record']);
		expect((await app.aPhone().call('GET', `/shared-records/${token}`)).status).toBe(200);
	});

	it.each([
		[{ codes: [], days: 7 }, 400],
		[{ codes: ['sai'], days: 7 }, 404],
		[{ codes: ['sai'], days: 3650 }, 400]
	])('is not made of %j', async (body, status) => {
		const app = await anApp();
		const { phone } = await aHolder(app);
		expect((await phone.call('POST', '/record-shares', body)).status).toBe(status);
	});

	it('is opened twenty at a time at most', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		const make = () => phone.call('POST', '/record-shares', { codes: [record.code], days: 7 });
		for (let made = 0; made < 20; made++) expect((await make()).status).toBe(201);
		const { status, body } = await make();
		expect([status, body.code]).toEqual([409, 'certify.too-many-shares']);
	});

	it('is guessed by nobody', async () => {
		const app = await anApp();
		const { status, body } = await app.aPhone().call('GET', `/shared-records/${'A'.repeat(22)}`);
		expect([status, body.code]).toEqual([404, 'certify.no-such-share']);
		expect((await app.aPhone().call('GET', '/shared-records/x')).status).toBe(400);
	});
});

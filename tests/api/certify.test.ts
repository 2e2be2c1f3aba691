import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSigner } from '../../src/certify/index.ts';
import { createApp } from '../../src/compose.ts';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { pagesOfPdf, textOfPdf } from '../support/pdf-text.ts';

const name = 'Nguyễn Thị Lan';

async function aHolder(app: TestApp) {
	const phone = app.aPhone();
	const attemptId = await passQuiz(app, phone);
	const { status, body: record } = await phone.call('POST', '/records', { attemptId, name });
	expect(status).toBe(201);
	return { phone, attemptId, record };
}

async function anAdministrator({ house, aPhone }: TestApp): Promise<Phone> {
	const token = (await firstAdministratorLink(house))?.split('=')[1];
	const phone = aPhone();
	const person = {
		token,
		name: 'Trần Quản Trị',
		birthYear: 1980,
		username: 'quantri',
		password: 'ruộng lúa chín vàng'
	};
	expect((await phone.call('POST', '/first-administrator', person)).status).toBeLessThan(300);
	return phone;
}

async function signedUp(app: TestApp, username: string, phone = app.aPhone()): Promise<Phone> {
	const person = { name: 'Lê Văn Tám', birthYear: 1990, username, password: 'con trâu đi trước' };
	expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
	return phone;
}

describe('collecting a record', () => {
	it('gives somebody without an account what they passed: offer, record, list, page, PDF', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attemptId = await passQuiz(app, phone);
		await app.house.facts.runDue();
		expect((await phone.call('GET', '/records')).body).toMatchObject({
			records: [],
			offers: [{ attemptId, courseId: 'thu' }]
		});

		const { status, body: record } = await phone.call('POST', '/records', { attemptId, name: ' Y  Bhin Niê ' });
		expect(status).toBe(201);
		expect(record).toMatchObject({
			name: 'Y Bhin Niê',
			courseTitle: 'Khóa thử: giữ kín mã',
			courseVersion: 3,
			score: 4,
			total: 4,
			status: 'valid',
			verifyUrl: `http://hoc.test/xac-minh/${record.code}`
		});
		expect((await phone.call('GET', '/records')).body).toEqual({ records: [record], offers: [] });
		expect((await phone.call('GET', `/records/${record.code.toLowerCase()}`)).body).toEqual(record);

		const pdf = await phone.call('GET', `/records/${record.code}/pdf`);
		expect(pdf.status).toBe(200);
		expect(pdf.headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="giay-xac-nhan-${record.code}.pdf"`,
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex'
		});
		expect(pagesOfPdf(pdf.raw)).toBe(1);
		const words = textOfPdf(pdf.raw)
			.map(({ text }) => text)
			.join(' ');
		for (const text of ['Y Bhin Niê', 'Khóa thử: giữ kín mã', '23/11/2026', record.code]) expect(words).toContain(text);

		const english = await phone.call('GET', `/records/${record.code}/pdf`, undefined, { 'accept-language': 'en' });
		const foreign = textOfPdf(english.raw)
			.map(({ text }) => text)
			.join(' ');
		for (const text of ['COMPLETION RECORD', 'Test course: keep the code to yourself', '23 November 2026'])
			expect(foreign).toContain(text);
	});

	it('answers the same request with the same record, and another name with how to put it right', async () => {
		const app = await anApp();
		const { phone, attemptId, record } = await aHolder(app);
		const again = await phone.call('POST', '/records', { attemptId, name });
		expect([again.status, again.body]).toEqual([200, record]);
		const renamed = await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Hoa' });
		expect([renamed.status, renamed.body.code]).toEqual([409, 'certify.already-issued']);
		expect(renamed.body.title).toContain('“Sửa tên”');
	});

	it('refuses wrong requests, each in its own words, and writes nothing', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const attemptId = await passQuiz(app, phone);
		const refused = [
			[{ attemptId, name: 'Lan\u0000Anh' }, 400, 'certify.wrong-name', 'certify.name-characters'],
			[{ attemptId, name: 'Lan\nAnh' }, 400, 'certify.wrong-name', 'certify.name-characters'],
			[{ attemptId, name: '<b>Lan</b>' }, 400, 'certify.wrong-name', 'certify.name-characters'],
			[{ attemptId, name: 'L' }, 400, 'certify.wrong-name', 'certify.name-too-short'],
			[{ attemptId, name: 'Lan '.repeat(30) }, 400, 'certify.wrong-name', 'certify.name-too-long'],
			[{ attemptId, name: 'L'.repeat(5000) }, 400, 'platform.invalid', 'platform.field-too-long'],
			[{ attemptId }, 400, 'platform.invalid', 'platform.field-required'],
			[{ attemptId, name, score: 10 }, 400, 'platform.invalid', 'platform.field-unknown'],
			[{ attemptId: 7, name }, 400, 'platform.invalid', 'platform.field-wrong']
		] as const;
		for (const [body, status, code, field] of refused) {
			const answer = await phone.call('POST', '/records', body);
			expect([answer.status, answer.body.code, answer.body.fields[0].code]).toEqual([status, code, field]);
			expect(answer.body.fields[0].message).not.toBe(field);
		}
		const large = await phone.call('POST', '/records', { attemptId, name: 'L'.repeat(300_000) });
		expect([large.status, large.body.code]).toEqual([413, 'platform.too-large']);
		const unknown = await phone.call('POST', '/records', { attemptId: 'nowhere', name });
		expect([unknown.status, unknown.body.code]).toEqual([404, 'certify.no-passed-attempt']);
		expect((await phone.call('GET', '/records')).body.records).toEqual([]);
	});

	it('is refused for an attempt of somebody else, and for one that is still open', async () => {
		const app = await anApp();
		const attemptId = await passQuiz(app, app.aPhone());
		const other = app.aPhone();
		const { body: open } = await other.call('POST', '/courses/thu/attempts', {});
		for (const id of [attemptId, open.id]) {
			const { status, body } = await other.call('POST', '/records', { attemptId: id, name });
			expect([status, body.code]).toEqual([404, 'certify.no-passed-attempt']);
		}
	});

	it('waits where the server lacks its private key: the result is kept, verifying goes on, no key is made', async () => {
		const app = await anApp();
		const { record } = await aHolder(app);
		const phone = app.aPhone();
		const attemptId = await passQuiz(app, phone);
		rmSync(join(app.house.config.dataDir, 'keys', `signing-${record.keyId}.pem`));
		const restarted = await createApp({ ...app.house, signer: await openSigner(app.house) });
		onTestFinished(() => restarted.close());

		const cookie = [...phone.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
		const headers = { host: 'hoc.test', origin: 'http://hoc.test', cookie };
		const refused = await restarted.inject({
			method: 'POST',
			url: '/api/records',
			headers,
			payload: { attemptId, name }
		});
		expect([refused.statusCode, refused.json().code]).toEqual([503, 'certify.no-signing-key']);
		expect(refused.json().title).toContain('Kết quả đã lưu');
		const checked = await restarted.inject(`/api/verifications/${record.code}`);
		expect(checked.json().status).toBe('valid');
		const { keys } = (await restarted.inject('/api/signing-keys')).json();
		expect(keys).toMatchObject([{ id: record.keyId, retiredAt: null }]);
	});

	it('keeps records with whoever claims the device', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		await signedUp(app, 'tam.le', phone);
		await phone.call('POST', '/session/device-learning', { take: true });
		expect((await phone.call('GET', '/records')).body.records).toEqual([record]);
	});
});

describe('who may see a record', () => {
	it('its holder and the administrators above; not another learner, a visitor or somebody signed in', async () => {
		const app = await anApp();
		const { record } = await aHolder(app);
		const stranger = app.aPhone();
		await passQuiz(app, stranger);
		const reader = await signedUp(app, 'tam.le');
		for (const path of [`/records/${record.code}`, `/records/${record.code}/pdf`]) {
			const visit = await app.aPhone().call('GET', path);
			expect([visit.status, visit.body.code]).toEqual([401, 'identity.no-learner']);
			for (const phone of [stranger, reader]) {
				const { status, body } = await phone.call('GET', path);
				expect([status, body.code]).toEqual([404, 'certify.no-such-record']);
			}
		}
		const administrator = await anAdministrator(app);
		expect((await administrator.call('GET', `/records/${record.code}`)).body).toEqual(record);
		expect((await administrator.call('GET', `/records/${record.code}/pdf`)).status).toBe(200);
		const slip = await administrator.call('GET', '/records/7K4M');
		expect([slip.status, slip.body.code]).toEqual([400, 'certify.mistyped-code']);
	});
});

describe('checking a record', () => {
	it('is for anyone, tells no more than is needed, and is found by no search engine', async () => {
		const app = await anApp();
		const { record } = await aHolder(app);
		const { status, body, headers } = await app.aPhone().call('GET', `/verifications/${record.code}`);
		expect(status).toBe(200);
		expect(body).toEqual({
			status: 'valid',
			code: record.code,
			kind: 'course',
			how: ['alone'],
			maskedName: 'Nguyễn Thị L.',
			courseTitle: record.courseTitle,
			issuedAt: record.issuedAt,
			nameChecked: false,
			simulated: false,
			signature: { keyId: record.keyId, valid: true }
		});
		expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
	});

	it('tells a slip of the pen from a code that nobody holds, whatever is typed', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const typed = [
			'x',
			'7K4M-29QX-R3TB-1WZ8',
			'%20',
			'a'.repeat(200),
			encodeURIComponent('Giấy/xác nhận'),
			'..%2f..%2fetc'
		];
		for (const code of typed)
			expect([code, (await phone.call('GET', `/verifications/${code}`)).body]).toEqual([code, { status: 'mistyped' }]);
		const nobodys = await phone.call('GET', '/verifications/0000-0000-0000-0000-1');
		expect(nobodys.body.status).toBe('mistyped');
		expect((await phone.call('GET', `/verifications/${'a'.repeat(300)}`)).status).toBeGreaterThanOrEqual(404);
	});

	it('can be done without this server: the public keys are there for anyone', async () => {
		const app = await anApp();
		const { record } = await aHolder(app);
		const { body } = await app.aPhone().call('GET', '/signing-keys');
		expect(body.keys).toEqual([
			{
				id: record.keyId,
				publicKey: { kty: 'OKP', crv: 'Ed25519', x: expect.any(String) },
				createdAt: expect.any(String),
				retiredAt: null
			}
		]);
	});
});

describe('withdrawing a record', () => {
	it('is for an administrator, once, with a reason that anyone then reads', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		const administrator = await anAdministrator(app);
		const withdrawal = `/records/${record.code}/withdrawal`;

		const unsaid = await administrator.call('POST', withdrawal, { reason: ' ' });
		expect([unsaid.status, unsaid.body.code, unsaid.body.fields[0].field]).toEqual([
			400,
			'certify.wrong-reason',
			'reason'
		]);

		const done = await administrator.call('POST', withdrawal, { reason: 'Cấp nhầm người' });
		expect([done.status, done.body.status, done.body.reason]).toEqual([200, 'withdrawn', 'Cấp nhầm người']);
		app.house.clock.pass(86_400_000);
		const twice = await administrator.call('POST', withdrawal, { reason: 'Lý do khác hẳn' });
		expect([twice.status, twice.body]).toEqual([
			409,
			expect.objectContaining({
				code: 'certify.already-withdrawn',
				reason: 'Cấp nhầm người',
				withdrawnAt: done.body.withdrawnAt
			})
		]);

		expect((await app.aPhone().call('GET', `/verifications/${record.code}`)).body).toMatchObject({
			status: 'withdrawn',
			reason: 'Cấp nhầm người',
			withdrawnAt: done.body.withdrawnAt,
			signature: { valid: true }
		});
		const paper = await phone.call('GET', `/records/${record.code}/pdf`);
		expect(textOfPdf(paper.raw).map(({ text }) => text)).toContain('KHÔNG CÒN DÙNG');
	});

	it('is refused to the holder, a visitor, somebody without a role and a helper', async () => {
		const app = await anApp();
		const { phone, record } = await aHolder(app);
		const withdrawal = `/records/${record.code}/withdrawal`;
		const body = { reason: 'Cấp nhầm người' };
		expect((await app.aPhone().call('POST', withdrawal, body)).body.code).toBe('identity.sign-in-first');
		expect((await phone.call('POST', withdrawal, body)).body.code).toBe('identity.sign-in-first');

		const helper = await signedUp(app, 'tam.le');
		expect((await helper.call('POST', withdrawal, body)).body.code).toBe('identity.not-allowed');
		const administrator = await anAdministrator(app);
		const { body: session } = await helper.call('GET', '/session');
		const { body: top } = await administrator.call('GET', '/places');
		const grant = { accountId: session.account.id, role: 'helper', placeId: top.places[0].id };
		expect((await administrator.call('POST', '/grants', grant)).status).toBeLessThan(300);
		const refused = await helper.call('POST', withdrawal, body);
		expect([refused.status, refused.body.code]).toEqual([403, 'identity.not-allowed']);
		expect((await app.aPhone().call('GET', `/verifications/${record.code}`)).body.status).toBe('valid');
	});

	it('tells an administrator of a code that is mistyped or unknown', async () => {
		const app = await anApp();
		const administrator = await anAdministrator(app);
		const body = { reason: 'Cấp nhầm người' };
		const slip = await administrator.call('POST', '/records/7K4M-29QX/withdrawal', body);
		expect([slip.status, slip.body.code]).toEqual([400, 'certify.mistyped-code']);
	});
});

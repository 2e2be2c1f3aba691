import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { completionRecords } from '../../src/certify/tables.ts';
import { newRecordCode } from '../../src/certify/record-code.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

async function aRecord(app: TestApp, name = 'Nguyễn Thị Lan') {
	const phone = app.aPhone();
	const { body } = await phone.call('POST', '/records', { attemptId: await passQuiz(app, phone), name });
	return body as { code: string; verifyUrl: string };
}

const check = (phone: Phone, rows: string[]) => phone.call('POST', '/verifications', { rows });

/** Sends a form with a file, as a browser does. */
function sendFile(phone: Phone, bytes: Buffer | string, query = '') {
	const mark = 'ranh-gioi';
	const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="ds"\r\n\r\n`;
	const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${mark}--\r\n`)]);
	return phone.call('POST', `/verification-files${query}`, body, {
		'content-type': `multipart/form-data; boundary=${mark}`
	});
}

describe('checking a list of codes', () => {
	it('answers each line for anyone: valid, ended, unknown, mistyped, the same again', async () => {
		const app = await anApp();
		const [one, other] = [await aRecord(app), await aRecord(app, 'Y Bhin Niê')];
		await app.house.store.transact((tx) =>
			tx.update(completionRecords).set({ withdrawnAt: app.house.clock.now(), withdrawnReason: 'Cấp nhầm' })
		);
		const third = await aRecord(app, 'Trần Văn Tám');
		const unknown = newRecordCode();
		const rows = [
			'Mã',
			`${third.verifyUrl}#1abc`,
			one.code.toLowerCase(),
			'',
			`${other.code};x`,
			unknown,
			'7K4M-29QX-R3TB',
			one.code
		];
		const { status, body, headers } = await check(app.aPhone(), rows);
		expect(status).toBe(200);
		expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
		const told = body.rows.map(
			({ row, found, sameAs }: { row: number; found: { status: string }; sameAs?: number }) => [
				row,
				found.status,
				sameAs
			]
		);
		expect(told).toEqual([
			[2, 'valid', undefined],
			[3, 'withdrawn', undefined],
			[5, 'withdrawn', undefined],
			[6, 'unknown', undefined],
			[7, 'mistyped', undefined],
			[8, 'withdrawn', 3]
		]);
		expect(body.rows[0].found).toEqual((await app.aPhone().call('GET', `/verifications/${third.code}`)).body);
		expect(body.rows[0].found.maskedName).toBe('Trần Văn T.');
	});

	it('takes five hundred and no more, and none that is empty', async () => {
		const app = await anApp();
		const { code } = await aRecord(app);
		const many = Array.from({ length: 500 }, () => code);
		expect((await check(app.aPhone(), many)).status).toBe(200);
		const over = await check(app.aPhone(), [...many, code]);
		expect([over.status, over.body.code]).toEqual([400, 'certify.too-many-codes']);
		expect(over.body.title).toContain('501');
		for (const rows of [[], ['', '  '], ['Mã giấy']]) {
			const empty = await check(app.aPhone(), rows);
			expect([empty.status, empty.body.code]).toEqual([400, 'certify.no-codes']);
		}
	});

	it('is closed for a while to an address that sends codes that are none', async () => {
		const app = await anApp();
		const guesses = Array.from({ length: 120 }, () => newRecordCode());
		expect((await check(app.aPhone(), guesses)).status).toBe(200);
		const again = await check(app.aPhone(), guesses);
		expect([again.status, again.body.code]).toEqual([429, 'certify.too-many-unknown']);
		expect((await check(app.aPhone('198.51.100.2'), guesses.slice(0, 3))).status).toBe(200);
	});
});

describe('checking a file with codes', () => {
	it('answers a workbook with a CSV file in which nothing runs', async () => {
		const app = await anApp();
		const { code } = await aRecord(app);
		const cells = [
			['Họ tên', 'Mã giấy'],
			['Nguyễn Thị Lan', code],
			['=1+1', '=HYPERLINK("x")12345678901']
		];
		const sheet = await writeExcelFile(
			cells.map((row) => row.map((value) => ({ value, type: String as never })))
		).toBuffer();
		const { status, headers, raw } = await sendFile(app.aPhone(), sheet);
		expect(status).toBe(200);
		expect(headers).toMatchObject({
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="ket-qua-kiem-tra-giay.csv"'
		});
		const lines = raw.toString('utf8').split('\r\n');
		expect(lines[0]).toBe(
			'\ufeffDòng,Đã nhập,Mã giấy,Kết quả,Người học,Khóa học,Ngày cấp,Ngày ngừng dùng,Lý do,Giấy mới,Trùng dòng'
		);
		expect(lines[1]).toBe(`2,${code},${code},Còn hiệu lực,Nguyễn Thị L.,Khóa thử: giữ kín mã,2026-11-23,,,,`);
		expect(lines[2]).toMatch(/^3,'=1\+1,,Gõ nhầm mã,/);
	});

	it('takes text too, and sends a plain form back to its page with what was wrong', async () => {
		const app = await anApp();
		const { code } = await aRecord(app);
		expect((await sendFile(app.aPhone(), `${code}\r\n`)).raw.toString()).toContain('Còn hiệu lực');
		for (const [bytes, fault] of [
			['', 'no-list-sent'],
			[Buffer.from([0xff, 0xfe, 0]), 'unreadable-list'],
			[Buffer.from('PK\u0003\u0004hỏng'), 'unreadable-list'],
			['Mã giấy', 'no-codes'],
			['x'.repeat(2_100_000), 'list-too-large']
		] as const) {
			const told = await sendFile(app.aPhone(), bytes);
			expect([told.status, told.body.code]).toEqual([400, `certify.${fault}`]);
			const back = await sendFile(app.aPhone(), bytes, '?page=en');
			expect([back.status, back.headers.location]).toEqual([303, `/en/xac-minh/nhieu?sai=certify.${fault}#tep`]);
		}
	});
});

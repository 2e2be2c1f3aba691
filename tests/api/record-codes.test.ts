import { describe, expect, it } from 'vitest';
import { unpacked } from '../../src/record-text/packed.ts';
import { anApp, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { codeInPdf } from '../support/read-code.ts';

async function aRecord(app: TestApp, name = 'Nguyễn Thị Lan') {
	const phone = app.aPhone();
	const { body } = await phone.call('POST', '/records', { attemptId: await passQuiz(app, phone), name });
	return { phone, record: body };
}

describe('the QR code of a record', () => {
	it('is read from the printed page as it is told, and holds what was signed', async () => {
		const app = await anApp();
		const { phone, record } = await aRecord(app, 'Nguyễn Phước Tôn Nữ Hoàng Thị Mỹ Duyên');
		const { raw } = await phone.call('GET', `/records/${record.code}/pdf`);
		const read = await codeInPdf(raw);
		expect(read).toBe(record.codeUrl);
		const [address, letters = ''] = (read ?? '').split('#');
		expect(address).toBe(record.verifyUrl);
		const { text } = unpacked(letters) as { text: string };
		expect(JSON.parse(text)).toMatchObject({ v: 2, code: record.code, name: record.name, kid: record.keyId });
	});

	it('is read by an office scanner’s poorest setting too', async () => {
		const app = await anApp();
		const { phone, record } = await aRecord(app);
		const { raw } = await phone.call('GET', `/records/${record.code}/pdf`);
		expect(await codeInPdf(raw, 100)).toBe(record.codeUrl);
	});
});

describe('the lists of withdrawn records', () => {
	it('are named for anyone, so that all of them can be kept', async () => {
		const app = await anApp();
		await aRecord(app);
		const { status, body } = await app.aPhone().call('GET', '/status-lists');
		expect([status, body]).toEqual([200, { lists: [0] }]);
	});
});

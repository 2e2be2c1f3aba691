import { desc } from 'drizzle-orm';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bringCertificate } from '../../src/certify/index.ts';
import { selfSigned } from '../../src/certify/seal/self-signed.ts';
import { readKeys } from '../../src/platform/backup/keys.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { good, neighbours } from '../support/classes.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { rsaCertificate, signatureIn } from '../support/pdf-signature.ts';

const day = 86_400_000;

async function aRecord(app: TestApp, phone: Phone): Promise<string> {
	const attemptId = await passQuiz(app, phone);
	return good(await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lan' })).code;
}

const pdfOf = async (phone: Phone, code: string) => (await phone.call('GET', `/records/${code}/pdf`)).raw;
const fileOf = ({ house }: TestApp) => join(house.config.dataDir, 'keys/pdf-certificate.pem');
const saysUnsigned = (pdf: Buffer) =>
	textOfPdf(pdf)
		.map(({ text }) => text)
		.join(' ')
		.includes('không có chữ ký trên PDF');

function around({ house }: TestApp, from: number, until: number): Promise<string> {
	const now = house.clock.now().getTime();
	return rsaCertificate(new Date(now + from * day), new Date(now + until * day));
}

describe('the PDF of a record', () => {
	it('is signed with a certificate made at first need, for its owner alone, and goes into the backup', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const found = await signatureIn(await pdfOf(phone, code));
		expect(found).toMatchObject({ genuine: true, coversAll: true, namesCertificate: true });
		expect(found?.certificate.subject).toContain('hoc.test');
		expect(statSync(fileOf(app)).mode & 0o777).toBe(0o600);
		const again = await signatureIn(await pdfOf(phone, code));
		expect(again?.certificate.fingerprint256).toBe(found?.certificate.fingerprint256);
		expect(readKeys(app.house.config).map(({ name }) => name)).toContain('pdf-certificate.pem');
	});

	it('is signed with the one that was brought from then on, and never with another in its place', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		await pdfOf(phone, code);
		const brought = join(app.house.config.dataDir, 'brought.pem');
		writeFileSync(brought, await around(app, -1, 10));
		await bringCertificate(app.house, brought);
		const [entry] = await app.house.store.read.select().from(auditEntries).orderBy(desc(auditEntries.number)).limit(1);
		expect(entry).toMatchObject({ action: 'certify.certificate-brought', actorRole: 'command', placePath: '/' });
		expect((await signatureIn(await pdfOf(phone, code)))?.certificate.subject).toContain('Sở Giáo dục thử');
		app.house.clock.pass(11 * day);
		const unsigned = await pdfOf(phone, code);
		expect(await signatureIn(unsigned)).toBeNull();
		expect(saysUnsigned(unsigned)).toBe(true);
		expect(readFileSync(fileOf(app), 'utf8')).toBe(readFileSync(brought, 'utf8'));
	});

	it('is signed with a new one where the one made here is about to end', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const now = app.house.clock.now();
		const made = new Date(now.getTime() - (3 * 365 - 20) * day);
		writeFileSync(fileOf(app), await selfSigned({ host: 'hoc.test', name: 'Bình dân học vụ số', now: made }), {
			mode: 0o600
		});
		const found = await signatureIn(await pdfOf(phone, code));
		expect(new Date(found?.certificate.validTo ?? 0).getTime() - now.getTime()).toBeGreaterThan(1000 * day);
	});

	it('comes unsigned, and says so, where the file holds something else; what is wrong is not brought at all', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		await pdfOf(phone, code);
		const bad = join(app.house.config.dataDir, 'bad.pem');
		writeFileSync(bad, await around(app, -9, -1));
		await expect(bringCertificate(app.house, bad)).rejects.toMatchObject({ fault: 'ended' });
		expect(await app.house.store.read.$count(auditEntries)).toBe(0);
		expect(await signatureIn(await pdfOf(phone, code))).not.toBeNull();
		writeFileSync(fileOf(app), 'xin chào');
		expect(saysUnsigned(await pdfOf(phone, code))).toBe(true);
	});

	it('is signed again once others can no longer read the key', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		await pdfOf(phone, code);
		chmodSync(fileOf(app), 0o644);
		expect(await signatureIn(await pdfOf(phone, code))).not.toBeNull();
		expect(statSync(fileOf(app)).mode & 0o777).toBe(0o600);
	});
});

describe('how it stands with the certificate', () => {
	it('is told to administrators, and to nobody else', async () => {
		const { app, root } = await neighbours();
		expect(good(await root.call('GET', '/pdf-certificate'))).toMatchObject({
			...{ fault: null, selfMade: true, endsSoon: false },
			subject: expect.stringContaining('hoc.test') as string
		});
		rmSync(fileOf(app));
		writeFileSync(fileOf(app), await around(app, -1, 9), { mode: 0o600 });
		expect(good(await root.call('GET', '/pdf-certificate'))).toMatchObject({
			...{ fault: null, selfMade: false, endsSoon: true },
			...{ subject: 'Sở Giáo dục thử', issuer: 'Nhà chứng thực thử' }
		});
		writeFileSync(fileOf(app), await around(app, -9, -1), { mode: 0o600 });
		expect(good(await root.call('GET', '/pdf-certificate'))).toMatchObject({ fault: 'ended', endsSoon: true });
		expect((await app.aPhone().call('GET', '/pdf-certificate')).status).toBe(401);
	});
});

import { generateKeyPairSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { textOfPdf } from '../../../tests/support/pdf-text.ts';
import { rsaCertificate, signatureIn } from '../../../tests/support/pdf-signature.ts';
import { drawSheet } from '../paper/draw-sheet.ts';
import type { Sheet } from '../paper/sheet.ts';
import { certificateIn } from './certificate-file.ts';
import { signPdf } from './pdf-signature.ts';
import { roomFor, type Seal } from './seal.ts';
import { selfSigned } from './self-signed.ts';

const now = new Date('2026-11-26T09:00:00Z');
const day = 86_400_000;
const later = (days: number) => new Date(now.getTime() + days * day);
const ownPem = () => selfSigned({ host: 'hoc.example.vn', name: 'Bình dân học vụ số', now });

function sealIn(pem: string): Seal {
	const { seal, standing } = certificateIn(pem, now);
	if (!seal) throw new Error(String(standing.fault));
	return seal;
}

function sheetFor(seal: Seal | null): Sheet {
	return {
		...{ lang: 'vi', code: '7K4M-29QX-R3TB-1WZ8H', name: 'Nguyễn Thị Lan', courseTitle: 'An toàn số', keyId: 'Xy3' },
		...{ courseSubtitle: null, courseVersion: 1, skills: ['Mật khẩu'], score: 9, total: 10, kind: 'course' },
		...{ completedOn: '22/11/2026', issuedOn: '23/11/2026', issuedAt: '2026-11-23T03:00:00Z', how: ['alone'] },
		verifyUrl: 'https://hocso.example.vn/xac-minh/7K4M-29QX-R3TB-1WZ8H',
		codeUrl: 'https://hocso.example.vn/xac-minh/7K4M-29QX-R3TB-1WZ8H#1abc',
		...{ verifyPage: 'hocso.example.vn/xac-minh', nameChecked: false, mark: null },
		seal: seal && { at: now.toISOString(), room: roomFor(seal) }
	};
}

const sealed = async (seal: Seal) => Buffer.from(await signPdf(await buffer(drawSheet(sheetFor(seal))), seal));
const lines = (pdf: Buffer) => textOfPdf(pdf).map(({ text }) => text);

describe('a PDF signed with the issuer’s certificate', () => {
	it.each([
		['one made here, P-256', ownPem],
		['one that was brought, RSA', () => rsaCertificate(later(-1), later(300))]
	])('bears a signature that covers all of it and names its certificate: %s', async (_what, made) => {
		const pdf = await sealed(sealIn(await made()));
		expect(await signatureIn(pdf)).toMatchObject({ genuine: true, coversAll: true, namesCertificate: true });
		const text = pdf.toString('latin1');
		expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
		expect(text).not.toContain('/NeedAppearances');
	});

	it('is no longer genuine with one byte changed, and told to be longer with bytes behind it', async () => {
		const pdf = await sealed(sealIn(await ownPem()));
		const changed = Buffer.from(pdf);
		changed[400] = (changed[400] ?? 0) ^ 1;
		expect(await signatureIn(changed)).toMatchObject({ genuine: false });
		expect(await signatureIn(Buffer.concat([pdf, Buffer.from('\nmore')]))).toMatchObject({ coversAll: false });
	});

	it('says the same, tagged and in the same order, and is the same file but for the signature itself', async () => {
		const seal = sealIn(await ownPem());
		const [one, two] = [await sealed(seal), await sealed(seal)];
		const blank = (pdf: Buffer) => pdf.toString('latin1').replace(/\/Contents <[0-9a-f]+>/, '');
		expect(blank(one)).toBe(blank(two));
		expect(lines(one)).toEqual(lines(await buffer(drawSheet(sheetFor(seal)))));
		expect(one.toString('latin1')).toContain('/MarkInfo');
	});

	it('says so where it bears none', async () => {
		expect(lines(await buffer(drawSheet(sheetFor(null)))).join(' ')).toContain('không có chữ ký trên PDF');
		expect(lines(await sealed(sealIn(await ownPem()))).join(' ')).not.toContain('không có chữ ký trên PDF');
	});
});

describe('a certificate in a file', () => {
	it('is told with whose it is, until when, and whether this server made it', async () => {
		expect(certificateIn(await ownPem(), now).standing).toEqual({
			...{ fault: null, selfMade: true, endsAt: later(3 * 365) },
			...{ subject: 'Bình dân học vụ số (hoc.example.vn)', issuer: 'Bình dân học vụ số (hoc.example.vn)' }
		});
		expect(certificateIn(await rsaCertificate(later(-1), later(9)), now).standing).toMatchObject({
			...{ fault: null, selfMade: false, subject: 'Sở Giáo dục thử', issuer: 'Nhà chứng thực thử' }
		});
	});

	it('with the authority’s before it is put in order', async () => {
		const [own, other] = [await ownPem(), await rsaCertificate(later(-1), later(9))];
		const foreign = other.slice(0, other.indexOf('-----BEGIN PRIVATE'));
		expect(sealIn(foreign + own).chain).toHaveLength(2);
		expect(sealIn(foreign + own).chain[0]).toEqual(sealIn(own).chain[0]);
	});

	it.each([
		['ended', () => rsaCertificate(later(-9), later(-1))],
		['not-yet', () => rsaCertificate(later(1), later(9))],
		['too-weak', () => rsaCertificate(later(-1), later(9), 1024)],
		['no-key', async () => (await ownPem()).split('-----BEGIN PRIVATE')[0] ?? ''],
		['no-certificate', async () => `-----BEGIN PRIVATE${(await ownPem()).split('-----BEGIN PRIVATE')[1]}`],
		['wrong-key', async () => (await ownPem()).split('-----BEGIN PRIVATE')[0] + anotherKey()],
		['no-key', async () => 'xin chào']
	])('is not used where it is wrong: %s', async (fault, made) => {
		expect(certificateIn(await made(), now)).toMatchObject({ seal: null, standing: { fault } });
	});
});

const anotherKey = () =>
	generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

import { describe, expect, it } from 'vitest';
import { openZip, textIn } from '../../src/platform/zip.ts';
import { aSchoolWithSeveral } from '../support/answer-sheets.ts';
import { giveRole, good, someone } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
import type { Phone } from '../support/index.ts';

const gift = '::q-moi::Nên làm gì? {=Tắt máy#Đúng. ~Đọc mã#Chưa.}\n\nKể lại. {}\n';
const given = 'course=thu&purpose=quiz&skill=p4.2&level=easy&lesson=giu-ma';
const send = (phone: Phone, content: string | Uint8Array, name = 'de.gift', page = '') => {
	const { body, headers } = questionForm(content, name);
	return phone.call('POST', `/question-imports${page}`, body, headers);
};

describe('the bank for other programs', () => {
	it('comes as a file in each format, and what the file lacks is said beforehand', async () => {
		const { root } = await aSchoolWithSeveral();
		const view = good(await root.call('GET', '/question-exchange?format=gift&course=thu'));
		expect(view.courses).toContainEqual(expect.objectContaining({ id: 'thu' }));
		expect(view.count).toBeGreaterThan(3);
		for (const [format, ending] of [
			['gift', 'gift'],
			['qti', 'zip'],
			['sheet', 'xlsx']
		] as const) {
			const file = await root.call('GET', `/question-exchange/file?format=${format}&course=thu`);
			expect(file.headers['content-disposition']).toBe(`attachment; filename="cau-hoi-2026-11-23.${ending}"`);
			expect(file.headers['cache-control']).toContain('no-store');
			expect(file.raw.length).toBeGreaterThan(200);
		}
		const item = await root.call('GET', '/question-exchange/file?format=qti&course=thu');
		expect([...openZip(new Uint8Array(item.raw)).keys()]).toContain('imsmanifest.xml');
		expect((await root.call('GET', '/question-exchange/template')).status).toBe(200);
	});
});

describe('a file of questions that is sent', () => {
	it('is shown line by line, and its Markdown is taken away as an archive; what is taught stays as it was', async () => {
		const { root } = await aSchoolWithSeveral();
		const { id } = good(await send(root, gift));
		const view = good(await root.call('GET', `/question-imports/${id}?${given}`));
		expect(view.questions).toEqual([{ id: 'q-moi', kind: 'Chọn một ý', stem: 'Nên làm gì?', line: 1 }]);
		expect(view.remarks).toEqual([{ kind: 'left', says: expect.stringMatching(/^cau-hoi\.gift:3: /) }]);
		const archive = await root.call('GET', `/question-imports/${id}/markdown?${given}`);
		const files = openZip(new Uint8Array(archive.raw));
		expect([...files.keys()]).toEqual([view.path]);
		expect(textIn(files.get(view.path) ?? new Uint8Array())).toBe(view.text);
		const again = good(await root.call('GET', `/question-imports/${id}?${given}`));
		expect(again).toEqual(view);
	});

	it('is told in English to who reads English', async () => {
		const { root } = await aSchoolWithSeveral();
		const { id } = good(await send(root, gift));
		const { body } = await root.call('GET', `/question-imports/${id}?${given}`, undefined, { 'accept-language': 'en' });
		expect(body.remarks[0].says).toContain('Can’t be carried: An essay question');
	});

	it('is refused in words where it is nothing, of another kind, or too large; a plain form goes back to its page', async () => {
		const { root } = await aSchoolWithSeveral();
		expect((await send(root, '')).body.code).toBe('exchange.no-file-sent');
		expect((await send(root, 'x', 'de.docx')).body.code).toBe('exchange.file-kind');
		expect((await send(root, new Uint8Array(16_000_001))).status).toBe(413);
		expect((await root.call('POST', '/question-imports', {})).body.code).toBe('exchange.no-file-sent');
		const back = await send(root, '', 'de.gift', '?page=en');
		expect([back.status, back.headers.location]).toEqual([
			303,
			'/en/bien-tap/cau-hoi/trao-doi?sai=exchange.no-file-sent#nhap'
		]);
		const on = await send(root, gift, 'de.gift', '?page=vi');
		expect(on.headers.location).toMatch(/^\/bien-tap\/cau-hoi\/trao-doi\?tep=[0-9a-f]{64}\.gift#nhap$/);
	});

	it('that is no longer kept, a course that is not there, and an archive of nothing are told', async () => {
		const { root } = await aSchoolWithSeveral();
		const gone = `${'0'.repeat(64)}.gift`;
		expect((await root.call('GET', `/question-imports/${gone}?${given}`)).body.code).toBe('exchange.upload-gone');
		const { id } = good(await send(root, 'Kể lại. {}'));
		const elsewhere = given.replace('course=thu', 'course=khong-co');
		expect((await root.call('GET', `/question-imports/${id}?${elsewhere}`)).body.code).toBe('exchange.no-folder');
		expect((await root.call('GET', `/question-imports/${id}/markdown?${given}`)).body.code).toBe(
			'exchange.nothing-to-take'
		);
		expect((await root.call('GET', `/question-imports/khong-phai?${given}`)).status).toBe(400);
	});
});

it('is for who edits or administers everywhere, and nobody else: the keys are in it', async () => {
	const all = await aSchoolWithSeveral();
	const editor = await someone(all.app, { name: 'Đặng Thị Biên' });
	await giveRole(all, editor, { role: 'editor', placeId: 'vn' });
	const local = await someone(all.app, { name: 'Đặng Văn Xã' });
	await giveRole(all, local, { role: 'editor', placeId: all.commune });
	const officer = await someone(all.app, { name: 'Đặng Cán' });
	await giveRole(all, officer, { role: 'officer', placeId: 'vn' });
	const { id } = good(await send(editor, gift));
	const paths = [
		'/question-exchange?format=gift',
		'/question-exchange/file?format=qti',
		'/question-exchange/template',
		`/question-imports/${id}?${given}`,
		`/question-imports/${id}/markdown?${given}`
	];
	for (const path of paths) {
		expect((await editor.call('GET', path)).status, path).toBe(200);
		for (const phone of [local, officer, all.helper]) expect((await phone.call('GET', path)).status, path).toBe(403);
		expect((await all.app.aPhone().call('GET', path)).status, path).toBe(401);
	}
	expect((await send(local, gift)).status).toBe(403);
});

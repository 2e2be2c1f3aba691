import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { pagesOfPdf, textOfPdf, type PrintedLine } from '../../../tests/support/pdf-text.ts';
import { drawSheet } from './draw-sheet.ts';
import { footTop } from './sheet-paper.ts';
import { NotPrintable, type Sheet } from './sheet.ts';

const sheet: Sheet = {
	lang: 'vi',
	code: '7K4M-29QX-R3TB-1WZ8H',
	name: 'Nguyễn Thị Lan',
	courseTitle: 'An toàn số: nhận diện và phòng tránh lừa đảo trực tuyến',
	courseSubtitle: null,
	courseVersion: 1,
	skills: ['Mật khẩu và xác thực hai lớp', 'Nhận diện lừa đảo', 'Bảo vệ dữ liệu cá nhân'],
	score: 9,
	total: 10,
	completedOn: '22/11/2026',
	issuedOn: '23/11/2026',
	verifyUrl: 'https://hocso.example.vn/xac-minh/7K4M-29QX-R3TB-1WZ8H',
	codeUrl: `https://hocso.example.vn/xac-minh/7K4M-29QX-R3TB-1WZ8H#1${'aB3_'.repeat(100)}`,
	verifyPage: 'hocso.example.vn/xac-minh',
	keyId: 'Xy3_abcdEFGH-123',
	issuedAt: '2026-11-23T03:00:00Z',
	kind: 'course',
	how: ['alone'],
	nameChecked: false,
	mark: null,
	seal: { at: '2026-11-24T03:00:00Z', room: 2000 }
};

const draw = (part: Partial<Sheet> = {}) => buffer(drawSheet({ ...sheet, ...part }));
const linesOf = async (part: Partial<Sheet> = {}) => textOfPdf(await draw(part));
const wordsOf = async (part: Partial<Sheet> = {}) =>
	(await linesOf(part))
		.map(({ text }) => text)
		.join(' ')
		.normalize('NFC');

/** Lines of one column that stand closer than their letters are high. */
function overlaps(lines: readonly PrintedLine[]): string[] {
	const sorted = [...lines].sort((a, b) => b.y - a.y || a.x - b.x);
	return sorted.flatMap((line, i) =>
		sorted
			.slice(i + 1)
			.filter((other) => Math.abs(other.x - line.x) < 60 && line.y - other.y < Math.min(line.size, other.size) * 0.95)
			.map((other) => `${line.text} | ${other.text}`)
	);
}

const longest: Partial<Sheet> = {
	name: 'Nguyễn Phước Tôn Nữ Hoàng Thị Mỹ Duyên Quỳnh Trang Anh Thư Bảo Ngọc Khánh Vy Mai A',
	courseTitle: 'Một khóa học có tên dài đến mức khó tin, để xem tờ giấy còn đẹp không: '.repeat(3).trim(),
	skills: Array.from(
		{ length: 20 },
		(_, i) => `Kỹ năng số ${i + 1} với một cái tên khá dài, dài đến mức phải xuống dòng mới hết`
	)
};

describe('a record on paper', () => {
	it.each([
		[['alone'], 'Cách làm: Tự làm, không có người coi', 'Alone, not supervised'],
		[['helped'], 'Cách làm: Có người giúp', 'With somebody'],
		[['supervised'], 'Cách làm: Có người coi thi', 'Under supervision'],
		[
			['helped', 'identity-checked'],
			'Cách làm: Có người giúp · Có người coi thi, đã xem giấy tờ tùy thân',
			'identity papers seen'
		]
	] as const)('says how it was reached: %j', async (how, vi, en) => {
		expect(await wordsOf({ how })).toContain(vi);
		expect(await wordsOf({ how, lang: 'en' })).toContain(en);
		expect(overlaps(await linesOf({ ...longest, how }))).toEqual([]);
	});

	it('says of a record by a rule which conditions it met, and of a course which version', async () => {
		expect(await wordsOf()).toContain('Khóa học bản 1');
		expect(await wordsOf({ kind: 'group' })).toContain('Điều kiện bản 1');
	});

	it('says in Vietnamese what is to be said, with every mark, on one page', async () => {
		const pdf = await draw();
		expect(pagesOfPdf(pdf)).toBe(1);
		const words = textOfPdf(pdf)
			.map(({ text }) => text)
			.join(' ');
		for (const text of [
			'Bình dân học vụ số',
			'GIẤY XÁC NHẬN HOÀN THÀNH',
			'Nguyễn Thị Lan',
			'đã hoàn thành khóa học',
			sheet.courseTitle,
			...sheet.skills,
			'22/11/2026',
			'9 trên 10 câu',
			'23/11/2026',
			'hocso.example.vn/xac-minh',
			sheet.code,
			'không phải văn bằng',
			sheet.keyId
		])
			expect(words).toContain(text);
		expect(words).not.toMatch(/chứng chỉ/i);
		expect(pdf.length).toBeLessThan(60_000);
	});

	it('speaks English too, with the course as signed and what it means', async () => {
		const words = await wordsOf({ lang: 'en', courseSubtitle: 'Digital safety', completedOn: '22 November 2026' });
		for (const text of ['COMPLETION RECORD', sheet.courseTitle, 'Digital safety', '22 November 2026', 'not a diploma'])
			expect(words).toContain(text);
	});

	it.each([
		['a short name', { name: 'An' }],
		['the longest name, title and skills', longest],
		['a name of one endless word', { name: 'Nguyễn'.repeat(13) }],
		['no skills', { skills: [] }],
		['one skill', { skills: ['Nhận diện lừa đảo'] }],
		['a translated title', { courseSubtitle: 'Digital safety: recognising and avoiding online scams '.repeat(2) }]
	])('lets nothing overlap or run off the paper: %s', async (_what, part) => {
		const pdf = await draw(part);
		const lines = textOfPdf(pdf);
		expect(pagesOfPdf(pdf)).toBe(1);
		expect(overlaps(lines)).toEqual([]);
		for (const { x, y, text } of lines)
			expect([text, x >= 60 && x < 540, y > 40 && y < 800]).toEqual([text, true, true]);
		expect(
			lines
				.map(({ text }) => text)
				.join('')
				.replaceAll(' ', '')
		).toContain((part.name ?? sheet.name).replaceAll(' ', ''));
	});

	it('leaves the quiet zone of the code free, also where the small print is long', async () => {
		const lines = await linesOf({ ...longest, kind: 'group', nameChecked: true, seal: null });
		const codeEnds = 841.89 - (footTop + 4 + (55 / 25.4) * 72);
		const below = lines.filter(({ y }) => y < codeEnds);
		expect(below.length).toBeGreaterThan(2);
		for (const { text, y, size } of below) expect([text, y + size * 0.75 < codeEnds - 7]).toEqual([text, true]);
	});

	it('sets letters of names that the fonts lack from letter and mark', async () => {
		expect(await wordsOf({ name: 'Y Čơ̆ Siŭ' })).toContain('Y Čơ̆ Siŭ');
		expect(await wordsOf({ name: 'Ksor Ƀơ̆' })).toContain('Ksor Bơ̆');
	});

	it.each(['陳文安', 'ថាច់ សុភា', 'Иван Нгуен'])(
		'refuses letters it has none for, instead of printing boxes: %s',
		(name) => expect(() => drawSheet({ ...sheet, name })).toThrow(NotPrintable)
	);

	it('says across the sheet that it is not to be used', async () => {
		expect(await wordsOf({ mark: 'withdrawn' })).toContain('KHÔNG CÒN DÙNG');
		expect(await wordsOf({ mark: 'simulated' })).toContain('BẢN TẬP');
	});

	it('is the same file each time, names its language and what the QR code is', async () => {
		const [one, two] = [await draw(), await draw()];
		expect(one.equals(two)).toBe(true);
		const text = one.toString('latin1');
		expect(text).toContain('/Lang (vi-VN)');
		expect(text).toContain('/S /Figure');
		expect(text).toContain('/S /H1');
	});
});

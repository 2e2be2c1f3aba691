import { describe, expect, it } from 'vitest';
import { columnsIn as columnsAmong, yearIn } from './columns.ts';
import { oddCells } from './odd-cells.ts';
import { readTable } from './read-table.ts';
import { brokenWords, readText } from './read-text.ts';
import { checkRow, twinProblem } from './staff/check-row.ts';
import { headings } from './staff/headings.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const now = new Date('2026-11-23T02:00:00Z');
const standing = new Map([
	['Trường Xuân', ['school']],
	['Hội', ['one', 'other']]
]);
const organisations = {
	own: { id: 'own' },
	called: (name: string) => ({ ids: standing.get(name) ?? [], ended: name === 'Trường Đóng' }),
	near: (name: string) => (name === 'Trường Xuâm' ? '“Trường Xuân”' : '')
};
const at = new Map([
	['name', 0],
	['birth', 1],
	['phone', 2],
	['email', 3],
	['place', 4]
] as const);
const columnsIn = (header: string[]) => columnsAmong(header, { headings, needed: 'name' });
const check = (...cells: string[]) => checkRow({ line: 2, cells }, { at, organisations, now });
const told = (...cells: string[]) => check(...cells).problems.map(({ column, code }) => `${column} ${code}`);

describe('a spreadsheet', () => {
	it('is read as UTF-8, and as UTF-16 where it says so; anything else is told', async () => {
		const text = 'Họ tên;Năm sinh\r\n"Lê Thị Hoa";1980\r\n';
		expect(await readTable(bytes(text))).toMatchObject({
			rows: [{ line: 1 }, { line: 2, cells: ['Lê Thị Hoa', '1980'] }]
		});
		const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
		expect(await readTable(wide)).toMatchObject({ rows: [{ line: 1 }, { cells: ['Lê Thị Hoa', '1980'] }] });
		expect(await readTable(Uint8Array.of(0x48, 0xe4, 0x0a))).toEqual({ fault: 'not-utf8', values: {} });
	});

	it.each([
		['', 'empty'],
		['Họ tên;Năm sinh\n\n;;\n', 'empty'],
		['Họ tên\n"Lê\n', 'quote'],
		[`Họ tên\n${'a\n'.repeat(100_001)}`, 'too-many-rows'],
		['PK\u0003\u0004 no workbook', 'broken']
	])('is refused as a whole where nothing can be read of it', async (text, fault) =>
		expect(await readTable(bytes(text))).toMatchObject({ fault })
	);

	it('in the old code of Vietnamese Windows is read where every mark has its vowel', () => {
		// Họ tên / Nguyễn Thị Đào, as windows-1258 writes it: the mark of the tone behind its vowel.
		const old = [0x48, 0x6f, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x0a, 0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e];
		const rest = [0x20, 0x54, 0x68, 0x69, 0xf2, 0x20, 0xd0, 0x61, 0xcc, 0x6f, 0x0a];
		expect(readText(Uint8Array.from([...old, ...rest]))).toEqual({ text: 'Họ tên\nNguyễn Thị Đào\n' });
		expect(readText(Uint8Array.of(0x54, 0x68, 0xf2, 0x0a))).toHaveProperty('fault');
	});

	it.each([
		['tcvn3', 'Hä vµ tªn;§¬n vÞ\nNguyÔn V¨n ¸nh;ñy ban'],
		['vni', 'Hoï vaø teân;Ñôn vò\nNguyeãn Vaên AÙnh;UÛy ban'],
		['garbled', 'Há»\u008d vÃ  tÃªn;Ä\u0091Æ¡n vá»‹\nNguyá»…n VÄƒn Ã\u0081nh;UBND'],
		['lost-marks', 'H? và tên;Ð?n v?\nNguy?n Vãn Ánh;?y ban']
	])('whose marks are broken says how: %s', async (fault, text) => {
		expect(await readTable(bytes(text))).toEqual({ fault, values: {} });
		const old = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
		if (fault === 'tcvn3' || fault === 'vni') expect(await readTable(old)).toEqual({ fault, values: {} });
	});

	it('may hold a name from abroad, a question, and Vietnamese of every kind', () => {
		const fine = [
			'Ủy ban nhân dân xã Đồng Sen',
			'Phạm Thị Ngoãn, hoà thuận, khoẻ',
			'Y Ñuin Êban',
			'Anaïs Müller',
			'Có?'
		];
		expect(brokenWords(fine.map((cell) => [cell]))).toBeNull();
	});

	it('has its columns by their headings, with marks or without, in either language', () => {
		expect(columnsIn(['STT', 'HO VA TEN', 'Ngày sinh', 'Đơn vị:'])).toEqual({
			at: new Map([
				['name', 1],
				['birth', 2],
				['place', 3]
			])
		});
		expect(columnsIn(['Full name*', 'Phone'])).toHaveProperty('at');
		expect(columnsIn(['Năm sinh'])).toEqual({ missing: 'name' });
		expect(columnsIn(['Họ tên', 'Name'])).toEqual({ twice: 'name' });
	});

	it.each([
		['1980', 1980],
		['12/05/1980', 1980],
		['1-2-1980', 1980],
		['1980-05-12', 1980],
		['29353', 1980],
		['12/05/80', null],
		['năm 80', null]
	])('has a year of birth in %s', (typed, year) => expect(yearIn(typed)).toBe(year));

	it('tells formulas without a result, merged cells and errors', () => {
		const sheet = `<row><c r="A2"><f>B2&amp;C2</f></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2"/></row>
			<mergeCells><mergeCell ref="A3:A4"/></mergeCells>`;
		expect(oddCells(sheet)).toEqual(
			new Map([
				[2, { 0: 'formula', 2: 'error' }],
				[4, { 0: 'merged' }]
			])
		);
	});
});

describe('a row of a staff list', () => {
	it('goes in where all of it is right', () => {
		expect(check('Lê Thị Hoa', '12/05/1980', '912345678', 'hoa@x.vn', 'Trường Xuân')).toMatchObject({
			problems: [],
			placeId: 'school',
			parts: { birthYear: 1980, phone: '0912345678' }
		});
		expect(check('Lê Thị Hoa')).toMatchObject({ problems: [], placeId: 'own' });
	});

	it('says all that is wrong with it, column by column', () => {
		expect(told('', 'x', '12', 'x', 'Trường Khác')).toEqual([
			'name name-missing',
			'birth birth-wrong',
			'phone phone-wrong',
			'email email-wrong',
			'place place-unknown'
		]);
		expect(told('Lê Thị Hoa', '', '', '', 'Hội')).toEqual(['place place-several']);
		expect(told('Lê Thị Hoa', '', '', '', 'Trường Đóng')).toEqual(['place place-closed']);
		expect(check('Lê Thị Hoa', '', '', '', 'Trường Xuâm').problems).toEqual([
			{ column: 'place', code: 'place-near', values: { typed: 'Trường Xuâm', near: '“Trường Xuân”' } }
		]);
		const odd = checkRow({ line: 2, cells: ['', '1980'], odd: { 0: 'merged' } }, { at, organisations, now });
		expect(odd.problems).toMatchObject([{ column: 'name', code: 'merged' }]);
	});

	it('is told where the same person stands above', () => {
		const seen = new Map<string, number>();
		expect(twinProblem(check('Lê Thị Hoa', '1980'), seen)).toEqual([]);
		expect(twinProblem({ ...check('le thi hoa', '1980'), line: 9 }, seen)).toMatchObject([
			{ code: 'twin', values: { line: 2 } }
		]);
	});
});
